package io.eicbridge.connector.provisioning;

import io.eicbridge.connector.Refusals;
import io.eicbridge.failure.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Everything that is wrong with one call, so that its author learns it at once. */
final class Violations {
    private final List<String> found = new ArrayList<>();

    /** Adds a sentence that names the offending part, and says what is allowed. */
    void add(String violation) {
        found.add(violation);
    }

    /** Adds the sentence where the condition does not hold. */
    void unless(boolean holds, String violation) {
        if (!holds) {
            add(violation);
        }
    }

    /** Nothing where nothing is wrong; {@code Rejected} with 400 and all of it otherwise. */
    void settle() {
        if (!found.isEmpty()) {
            throw refusal();
        }
    }

    private Rejected refusal() {
        if (found.size() == 1) {
            return Refusals.invalid(found.get(0));
        }
        return Refusals.invalid(found.size() + " things are wrong: "
                + IntStream.range(0, found.size())
                        .mapToObj(each -> "(" + (each + 1) + ") " + found.get(each))
                        .collect(Collectors.joining(" ")));
    }
}
