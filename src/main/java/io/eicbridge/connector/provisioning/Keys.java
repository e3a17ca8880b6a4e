package io.eicbridge.connector.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the key by which a repeated call is known: its header, else the id of EIC's task, which stays the same over all tries. */
final class Keys {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final List<String> NAMES = List.of("taskid", "taskkey");

    private Keys() {}

    /** The key, empty where the call has none; a violation where it is no key. */
    static Optional<String> read(String header, Content content, Violations violations) {
        if (header != null) {
            return Optional.of(header.strip()).filter(key -> valid("The header 'Idempotency-Key'", key, violations));
        }
        return Stream.of("task", "arsTasks")
                .map(content.json()::path)
                .flatMap(task -> task.properties().stream())
                .filter(field -> NAMES.contains(field.getKey().toLowerCase(Locale.ROOT)))
                .map(field -> field.getValue())
                .filter(id -> !id.isNull() && !id.asText("-").isBlank())
                .findFirst()
                .map(Keys::text)
                .filter(key -> valid("The task's id", key, violations));
    }

    private static String text(JsonNode id) {
        return id.isTextual() || id.isIntegralNumber() ? id.asText().strip() : "";
    }

    private static boolean valid(String what, String key, Violations violations) {
        boolean valid = KEY.matcher(key).matches();
        violations.unless(valid, what + " is no key: allowed are 1 to 200 visible ASCII characters.");
        return valid;
    }
}
