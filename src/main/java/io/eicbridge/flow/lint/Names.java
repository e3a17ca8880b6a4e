package io.eicbridge.flow.lint;

import io.eicbridge.flow.RouteProblem;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ids are unique, in kebab-case and begin with the file's name; a {@code direct:} name equals its route's id. */
final class Names implements Rule {
    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    @Override
    public Stream<RouteProblem> violations(Subject subject) {
        return Stream.of(
                        subject.named().stream().flatMap(this::shape),
                        subject.routes().stream().flatMap(this::directName),
                        doubles(subject))
                .flatMap(problems -> problems);
    }

    private Stream<RouteProblem> shape(Entry entry) {
        String id = entry.id();
        if (id.isEmpty()) {
            return Stream.of(entry.problemAt(
                    "id",
                    "the " + entry.kind() + " has no id",
                    "Give it an id that begins with '" + name(entry) + "'"));
        }
        if (!KEBAB.matcher(id).matches()) {
            return Stream.of(entry.problemAt(
                    "id", "found id '" + id + "'; allowed is kebab-case, as 'import-accounts'", "Rename it"));
        }
        return id.equals(name(entry)) || id.startsWith(name(entry) + "-")
                ? Stream.empty()
                : Stream.of(entry.problemAt(
                        "id",
                        "found id '" + id + "'; allowed are ids that begin with the file's name '" + name(entry) + "'",
                        "Rename it, or move it to a file of its own"));
    }

    private Stream<RouteProblem> directName(Entry route) {
        String uri = route.fromUri();
        return uri.startsWith("direct:") && !route.id().isEmpty() && !uri.equals("direct:" + route.id())
                ? Stream.of(route.problemAt(
                        "from",
                        "found '" + uri + "' in the route '" + route.id() + "'; allowed is 'direct:" + route.id() + "'",
                        "Give the endpoint the name of its route, also where it is called"))
                : Stream.empty();
    }

    private Stream<RouteProblem> doubles(Subject subject) {
        Set<String> seen = new HashSet<>();
        return subject.named().stream()
                .filter(entry -> !entry.id().isEmpty() && !seen.add(entry.id()))
                .map(entry -> entry.problemAt(
                        "id",
                        "found id '" + entry.id() + "' a second time; allowed is once in the folder",
                        "Rename one"));
    }

    private static String name(Entry entry) {
        return entry.file().name();
    }
}
