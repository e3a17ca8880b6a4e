package io.eicbridge.flow.lint;

import io.eicbridge.flow.RouteProblem;
import io.eicbridge.flow.YamlPart;
import java.util.stream.Stream;

/** Context travels in variables, and a scheduled route never overlaps itself. */
final class Context implements Rule {

    @Override
    public Stream<RouteProblem> violations(Subject subject) {
        Stream<RouteProblem> properties = Step.in(subject.everything())
                .filter(step -> step.kind().startsWith("setPropert"))
                .map(step -> step.body()
                        .problem(
                                "found '" + step.kind() + "'; allowed is 'setVariable'",
                                "Use a variable: it survives removeHeaders and never leaves over HTTP"));
        return Stream.concat(properties, subject.routes().stream().flatMap(this::overlapping));
    }

    private Stream<RouteProblem> overlapping(Entry route) {
        String stateful = route.from()
                .flatMap(from -> from.field("parameters"))
                .map(parameters -> parameters.text("stateful"))
                .orElse("");
        return route.fromUri().startsWith("quartz:") && !stateful.equals("true")
                ? Stream.of(route.from().map(this::stateless).orElseThrow())
                : Stream.empty();
    }

    private RouteProblem stateless(YamlPart from) {
        return from.problem(
                "found a quartz route without stateful: \"true\"",
                "Add it to the parameters: two runs of one job must not overlap");
    }
}
