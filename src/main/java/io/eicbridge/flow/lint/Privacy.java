package io.eicbridge.flow.lint;

import io.eicbridge.flow.RouteProblem;
import io.eicbridge.flow.YamlPart;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Bodies and headers hold personal data and tokens: they are neither logged nor carried on. */
final class Privacy implements Rule {
    private static final Pattern PERSONAL = Pattern.compile("(?i)\\$\\{\\s*(in\\.|out\\.)?"
            + "(mandatoryBodyAs|bodyAs|bodyOneLine|prettyBody|originalBody|body|headers|header\\.authorization)\\b");
    private static final String EXCLUDED = "CamelRedeliver.*";

    @Override
    public Stream<RouteProblem> violations(Subject subject) {
        List<Step> steps = Step.in(subject.everything()).toList();
        return Stream.of(
                        steps.stream().flatMap(this::messages),
                        subject.everything().flatMap(this::logEndpoints),
                        steps.stream()
                                .filter(step -> step.kind().equals("removeHeaders"))
                                .flatMap(this::headers))
                .flatMap(problems -> problems);
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

    private Stream<RouteProblem> headers(Step step) {
        YamlPart body = step.body();
        boolean right =
                body.text("pattern").equals("*") && body.text("excludePattern").equals(EXCLUDED);
        return right
                ? Stream.empty()
                : Stream.of(body.problem(
                        "found removeHeaders with pattern '" + body.text("pattern") + "' and excludePattern '"
                                + body.text("excludePattern") + "'; allowed are '*' and '" + EXCLUDED + "'",
                        "Write { pattern: \"*\", excludePattern: \"" + EXCLUDED
                                + "\" }: without the latter retries never end"));
    }
}
