package io.eicbridge.flow.lint;

import io.eicbridge.flow.RouteProblem;
import io.eicbridge.flow.YamlPart;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Bodies hold personal data and headers tokens: they are not logged. */
final class Privacy implements Rule {
    /** Anywhere in an expression: a variable may hold an answer, whose body is as personal. */
    private static final Pattern PERSONAL =
            Pattern.compile("(?i)\\$\\{[^}]*\\b(mandatoryBodyAs|bodyAs|bodyOneLine|prettyBody"
                    + "|originalBody|getBody|body|headers|header\\.authorization)\\b");

    @Override
    public Stream<RouteProblem> violations(Subject subject) {
        List<Step> steps = Step.in(subject.everything()).toList();
        return Stream.concat(
                steps.stream().flatMap(this::messages), subject.everything().flatMap(this::logEndpoints));
    }

    private Stream<RouteProblem> messages(Step step) {
        return Stream.of(step)
                .filter(log -> log.kind().equals("log"))
                .map(log -> log.body().field("message").orElse(log.body()))
                .filter(message -> PERSONAL.matcher(message.text()).find())
                .map(message -> message.problem(
                        "found a body or header in a log message: '" + message.text() + "'",
                        "Log an id or a count: bodies hold personal data, headers tokens"));
    }

    private Stream<RouteProblem> logEndpoints(YamlPart part) {
        return part.field("uri").stream()
                .filter(uri -> uri.text().startsWith("log:"))
                .map(uri -> uri.problem(
                        "found the endpoint '" + uri.text() + "', which prints bodies", "Write log: { message: … }"));
    }
}
