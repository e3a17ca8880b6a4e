package io.eicbridge.flow.lint;

import io.eicbridge.flow.RouteProblem;
import io.eicbridge.flow.YamlPart;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Headers are removed all at once and never Camel's count of tries with them, except where a route begins that has
 * retries of its own: there the count of an earlier call in the same exchange would use them up.
 */
final class Headers implements Rule {
    private static final String COUNT = "CamelRedeliver.*";

    @Override
    public Stream<RouteProblem> violations(Subject subject) {
        Set<YamlPart> resets = subject.routes().stream()
                .flatMap(route -> reset(route).stream())
                .collect(Collectors.toSet());
        return Step.in(subject.everything())
                .filter(step -> step.kind().equals("removeHeaders"))
                .map(Step::body)
                .filter(body -> !isRight(body) && !resets.contains(body))
                .map(Headers::wrong);
    }

    private static Optional<YamlPart> reset(Entry route) {
        boolean retries = route.part().field("routeConfigurationId").isPresent();
        return route.topLevelSteps().stream()
                .limit(retries ? 1 : 0)
                .flatMap(step -> step.field("removeHeaders").stream())
                .filter(body -> body.text("pattern").equals(COUNT))
                .findFirst();
    }

    private static boolean isRight(YamlPart body) {
        return body.text("pattern").equals("*") && body.text("excludePattern").equals(COUNT);
    }

    private static RouteProblem wrong(YamlPart body) {
        return body.problem(
                "found removeHeaders with pattern '" + body.text("pattern") + "' and excludePattern '"
                        + body.text("excludePattern") + "'; allowed are '*' and '" + COUNT + "'",
                "Write { pattern: \"*\", excludePattern: \"" + COUNT + "\" }: without the latter retries never end");
    }
}
