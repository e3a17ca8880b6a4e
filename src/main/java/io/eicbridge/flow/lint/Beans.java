package io.eicbridge.flow.lint;

import io.eicbridge.flow.RouteProblem;
import io.eicbridge.flow.YamlPart;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every bean call names a bean, a method without overloads and as many arguments as it takes: Camel starts with a wrong one. */
final class Beans implements Rule {
    private static final Pattern REFERENCE = Pattern.compile("#(bean:)?([A-Za-z][\\w-]*)");

    @Override
    public Stream<RouteProblem> violations(Subject subject) {
        return Stream.concat(calls(subject), subject.everything().flatMap(part -> references(subject, part)));
    }

    private Stream<RouteProblem> calls(Subject subject) {
        Stream<YamlPart> steps = Step.in(subject.everything())
                .filter(step -> step.kind().equals("bean"))
                .map(Step::body);
        Stream<YamlPart> expressions = subject.everything()
                .flatMap(part -> part.field("method").stream())
                .filter(YamlPart::isMapping);
        return Stream.concat(steps, expressions).flatMap(call -> judge(subject, call));
    }

    private Stream<RouteProblem> judge(Subject subject, YamlPart call) {
        String name = call.text("ref");
        if (name.isEmpty() || call.text("method").isEmpty()) {
            return Stream.of(call.problem(
                    "found a bean call without " + (name.isEmpty() ? "ref" : "method") + "; allowed is { ref, method }",
                    "Write bean: { ref: name, method: \"verb(${…})\" }"));
        }
        Class<?> type = subject.beans().get(name);
        YamlPart method = call.field("method").orElseThrow();
        return type == null
                ? Stream.of(unknown(subject, call.field("ref").orElseThrow(), name))
                : BeanCall.parse(method.text()).complaint(name, type).stream()
                        .map(complaint -> method.problem(complaint, "Correct the call; " + BeanCall.offered(type)));
    }

    private Stream<RouteProblem> references(Subject subject, YamlPart part) {
        Matcher reference = REFERENCE.matcher(part.text());
        return reference.matches() && !subject.beans().containsKey(reference.group(2))
                ? Stream.of(unknown(subject, part, reference.group(2)))
                : Stream.empty();
    }

    private static RouteProblem unknown(Subject subject, YamlPart place, String name) {
        return place.problem(
                "found the bean '" + name + "'; allowed are "
                        + String.join(
                                ", ", subject.beans().keySet().stream().sorted().toList()),
                "Correct the name");
    }
}
