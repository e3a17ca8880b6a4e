package io.eicbridge.journal.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells by its name what must never be kept: passwords, tokens and their like. */
public final class SecretNames {
    private static final Pattern SECRET =
            Pattern.compile(".*(password|passwd|secret|token|authorization|credential).*");

    private SecretNames() {}

    /** Whether a field of this name holds a secret, in whatever case it is written. */
    public static boolean secret(String field) {
        return SECRET.matcher(field.toLowerCase(Locale.ROOT)).matches();
    }

    /** The same JSON without anything that is so named, at any depth. */
    public static ObjectNode without(ObjectNode json) {
        ObjectNode copy = json.deepCopy();
        drop(copy);
        return copy;
    }

    private static void drop(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.remove(object.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(SecretNames::secret)
                    .toList());
        }
        json.forEach(SecretNames::drop);
    }
}
