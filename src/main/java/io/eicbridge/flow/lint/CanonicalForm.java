package io.eicbridge.flow.lint;

import io.eicbridge.flow.RouteFile;
import io.eicbridge.flow.RouteProblem;
import io.eicbridge.flow.YamlPart;
import java.util.Set;
import java.util.stream.Stream;

/** Entries, endpoints and steps are written in their long form, which later Camel versions demand. */
final class CanonicalForm implements Rule {
    private static final Set<String> KINDS = Set.of("route", "routeConfiguration");

    @Override
    public Stream<RouteProblem> violations(Subject subject) {
        return Stream.of(
                        subject.files().stream().flatMap(this::entries),
                        subject.routes().stream().flatMap(this::sources),
                        Step.in(subject.everything()).flatMap(this::shortSteps),
                        subject.everything().flatMap(this::queries))
                .flatMap(problems -> problems);
    }

    private Stream<RouteProblem> entries(RouteFile file) {
        return file.entries().stream()
                .filter(entry -> entry.fields().size() != 1
                        || !KINDS.containsAll(entry.fields().keySet()))
                .map(entry -> entry.problem(
                        "found '- " + String.join(", ", entry.fields().keySet())
                                + ":'; allowed are '- route:' and '- routeConfiguration:'",
                        "Wrap it as '- route:' with id, description and from"));
    }

    private Stream<RouteProblem> sources(Entry route) {
        return route.fromUri().isEmpty()
                ? Stream.of(route.problemAt(
                        "from", "the route has no 'from' with a 'uri'", "Write from: { uri: …, parameters: … }"))
                : Stream.empty();
    }

    private Stream<RouteProblem> shortSteps(Step step) {
        return step.body().isScalar() && !step.body().text().isEmpty()
                ? Stream.of(step.body()
                        .problem(
                                "found the short form '" + step.kind() + ": …'; allowed is a mapping",
                                "Write " + longForm(step.kind())))
                : Stream.empty();
    }

    private Stream<RouteProblem> queries(YamlPart part) {
        return part.field("uri").stream()
                .filter(uri -> uri.text().replaceAll("\\$\\{[^}]*}", "").contains("?"))
                .map(uri -> uri.problem(
                        "found options inside the uri '" + uri.text() + "'; allowed is a uri without '?'",
                        "Move the options to 'parameters' beside it"));
    }

    private static String longForm(String kind) {
        return switch (kind) {
            case "log" -> "log: { message: … }";
            case "to", "toD" -> kind + ": { uri: … }";
            default -> kind + ": { … } with named fields";
        };
    }
}
