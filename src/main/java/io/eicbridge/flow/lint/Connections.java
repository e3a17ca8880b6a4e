package io.eicbridge.flow.lint;

import io.eicbridge.flow.RouteProblem;
import io.eicbridge.flow.YamlPart;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a route names exists: Camel starts happily without it, and loses requests. */
final class Connections implements Rule {
    private static final List<String> TARGETS = List.of("uri", "deadLetterUri", "endpointUri");
    private static final Pattern INTERNAL = Pattern.compile("(direct|seda):.*");
    private static final Pattern DYNAMIC = Pattern.compile("\\$\\{[^}]*}|\\{\\{[^}]*}}");

    @Override
    public Stream<RouteProblem> violations(Subject subject) {
        Set<String> consumed = subject.routes().stream().map(Entry::fromUri).collect(Collectors.toSet());
        return Stream.of(
                        configurations(subject),
                        subject.everything()
                                .flatMap(this::targets)
                                .filter(uri -> consumed.stream()
                                        .noneMatch(matching(uri.text()).asMatchPredicate()))
                                .map(this::dangling),
                        subject.everything().flatMap(this::deadLetterChannels))
                .flatMap(problems -> problems);
    }

    private Stream<RouteProblem> configurations(Subject subject) {
        Set<String> ids = subject.configurations().stream().map(Entry::id).collect(Collectors.toSet());
        return subject.routes().stream()
                .flatMap(route -> route.part().field("routeConfigurationId").stream())
                .filter(id -> !ids.contains(id.text()))
                .map(id -> id.problem(
                        "found routeConfigurationId '" + id.text() + "'; allowed are " + listed(ids),
                        "Correct it: Camel ignores an unknown one, and no error would be handled"));
    }

    /** A uri with steps beside it is a source, not a target. */
    private Stream<YamlPart> targets(YamlPart part) {
        return part.field("steps").isPresent() ? Stream.empty() : targetsIn(part);
    }

    private Stream<YamlPart> targetsIn(YamlPart part) {
        return TARGETS.stream().flatMap(key -> part.field(key).stream()).filter(uri -> INTERNAL.matcher(uri.text())
                .matches());
    }

    /** A name with {@code ${…}} in it matches any route that could be meant. */
    private static Pattern matching(String uri) {
        String literal = DYNAMIC.splitAsStream(uri.replaceAll("\\?.*", "") + " ")
                .map(Pattern::quote)
                .collect(Collectors.joining(".+"));
        return Pattern.compile(literal.replace(" \\E", "\\E"));
    }

    private RouteProblem dangling(YamlPart uri) {
        return uri.problem(
                "found '" + uri.text() + "', from which no route of the folder reads",
                "Correct the name, or add the route: what is sent there would be lost");
    }

    private Stream<RouteProblem> deadLetterChannels(YamlPart part) {
        return part.field("deadLetterChannel").stream()
                .filter(channel -> !channel.text("deadLetterHandleNewException").equals("false"))
                .map(channel -> channel.problem(
                        "found a deadLetterChannel without deadLetterHandleNewException: \"false\"",
                        "Add it: otherwise a failing dead-letter route loses the request without a word"));
    }

    private static String listed(Set<String> ids) {
        return ids.isEmpty()
                ? "none in this folder"
                : "'" + String.join("', '", ids.stream().sorted().toList()) + "'";
    }
}
