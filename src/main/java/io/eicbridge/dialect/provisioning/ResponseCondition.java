package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.dialect.AttributePath;
import java.util.Set;

/**
 * One line of {@code successResponses} or {@code unsuccessResponses}.
 *
 * @param key {@code statusCode}, or the path of a value in the answer
 * @param values the texts that the value may have; numbers and truth values count as texts
 */
record ResponseCondition(String key, AttributePath path, Set<String> values) {
    static final String STATUS = "statusCode";

    boolean holds(int status, JsonNode body) {
        if (key.equals(STATUS)) {
            return values.contains(String.valueOf(status));
        }
        JsonNode found = body == null ? null : path.in(body);
        return found != null && found.isValueNode() && values.contains(found.asText());
    }

    String broken(int status) {
        String allowed = String.join(", ", values);
        return key.equals(STATUS)
                ? "status " + status + " is none of " + allowed
                : key + " in the answer is none of " + allowed;
    }

    String met(int status) {
        return key.equals(STATUS) ? "status " + status + " is a failure" : key + " in the answer tells a failure";
    }
}
