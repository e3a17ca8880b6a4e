package io.eicbridge.connector.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.journal.request.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words by which an update of an account's status alone enables or disables it. */
final class StatusWord {
    static final String ALLOWED =
            "1, Enabled, Active or true to enable, and 0, 2, Disabled, Inactive or false to disable";
    private static final List<String> ENABLING = List.of("1", "enabled", "enable", "active", "true");
    /** 2 is EIC's own number of an inactive account. */
    private static final List<String> DISABLING = List.of("0", "2", "disabled", "disable", "inactive", "false");

    private StatusWord() {}

    /** What a status asks for; empty where it is none of the words. */
    static Optional<Operation> read(JsonNode status) {
        String word = status.asText("").strip().toLowerCase(Locale.ROOT);
        if (ENABLING.contains(word)) {
            return Optional.of(Operation.ENABLE);
        }
        return DISABLING.contains(word) ? Optional.of(Operation.DISABLE) : Optional.empty();
    }
}
