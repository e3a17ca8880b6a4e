package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * Which answers count as success.
 *
 * @param success alternatives, of each of which every condition must hold; none means any status from 200 to 299
 * @param failure conditions of which one is enough for a failure
 */
record ResponseRules(List<List<ResponseCondition>> success, List<ResponseCondition> failure) {
    Judgement judge(int status, JsonNode body) {
        Optional<ResponseCondition> failed = failure.stream()
                .filter(condition -> condition.holds(status, body))
                .findFirst();
        if (failed.isPresent()) {
            return Judgement.failure(failed.get().met(status));
        }
        if (success.isEmpty()) {
            boolean isFine = status >= 200 && status <= 299;
            return isFine ? Judgement.SUCCESS : Judgement.failure("status " + status + " is not from 200 to 299");
        }
        return allowed(status, body);
    }

    private Judgement allowed(int status, JsonNode body) {
        String broken = "";
        for (List<ResponseCondition> alternative : success) {
            Optional<ResponseCondition> first = alternative.stream()
                    .filter(condition -> !condition.holds(status, body))
                    .findFirst();
            if (first.isEmpty()) {
                return Judgement.SUCCESS;
            }
            broken = broken.isEmpty()
                    ? first.get().broken(status)
                    : broken + ", and " + first.get().broken(status);
        }
        return Judgement.failure(broken);
    }
}
