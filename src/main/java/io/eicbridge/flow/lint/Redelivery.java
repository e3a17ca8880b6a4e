package io.eicbridge.flow.lint;

import io.eicbridge.flow.RouteProblem;
import io.eicbridge.flow.YamlPart;
import java.util.stream.Stream;

/** Redelivery ends without Camel's own line about it: every outcome has one line, written by its route. */
final class Redelivery implements Rule {

    @Override
    public Stream<RouteProblem> violations(Subject subject) {
        return subject.everything()
                .flatMap(part -> part.field("redeliveryPolicy").stream())
                .filter(policy -> !policy.text("logExhausted").equals("false"))
                .map(this::loud);
    }

    private RouteProblem loud(YamlPart policy) {
        return policy.problem(
                "found a redeliveryPolicy with logExhausted '" + policy.text("logExhausted")
                        + "'; allowed is \"false\"",
                "Add logExhausted: \"false\": the route that handles the failure writes the line");
    }
}
