package io.eicbridge.flow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;

/** Finds the place in the files that Camel's complaint is about, and what to do there. */
final class Diagnosis {
    private static final Pattern POSITION = Pattern.compile("line (\\d+), column (\\d+)");
    private static final Pattern PROPERTY = Pattern.compile("Property with key \\[([^]]+)]");
    private static final List<Remedy> REMEDIES = List.of(
            new Remedy("Unknown node id", "Correct the name of this step"),
            new Remedy("Unsupported field", "Correct the name of this field, or take it away"),
            new Remedy("couldn't be set on the endpoint", "Correct or take away the parameters that it names"),
            new Remedy("Property with key", "Add the key to the properties file, or correct it here"),
            new Remedy("duplicate", "Give one of the routes another id"),
            new Remedy("No component found", "Correct the part of the uri before the colon"),
            new Remedy("No bean could be found", "Correct the name of the bean"),
            new Remedy("NoSuchBean", "Correct the name of the bean"));

    private record Remedy(String sign, String advice) {}

    private final Path folder;
    private final List<RouteFile> files;

    Diagnosis(Path folder, List<RouteFile> files) {
        this.folder = folder;
        this.files = files;
    }

    /** The problem behind a failure to load or to start. */
    RouteProblem of(Exception failure) {
        String chain = Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .map(Throwable::toString)
                .reduce("", (all, next) -> all + "\n" + next);
        String message = rootOf(failure);
        String remedy = REMEDIES.stream()
                .filter(known -> chain.contains(known.sign()))
                .findFirst()
                .map(Remedy::advice)
                .orElse("Correct this route");
        return byPosition(chain, message, remedy)
                .or(() -> byProperty(chain, message, remedy))
                .or(() -> byRoute(failure, message, remedy))
                .orElseGet(() -> new RouteProblem(folder, 0, 0, message, remedy));
    }

    private Optional<RouteProblem> byPosition(String chain, String message, String remedy) {
        Matcher position = POSITION.matcher(chain);
        return position.find()
                ? fileIn(chain)
                        .map(file -> new RouteProblem(
                                file.path(), number(position, 1), number(position, 2), message, remedy))
                : Optional.empty();
    }

    private Optional<RouteProblem> byProperty(String chain, String message, String remedy) {
        Matcher property = PROPERTY.matcher(chain);
        return property.find()
                ? parts().filter(part -> part.text().contains("{{" + property.group(1)))
                        .findFirst()
                        .map(part -> part.problem(message, remedy))
                : Optional.empty();
    }

    private Optional<RouteProblem> byRoute(Exception failure, String message, String remedy) {
        return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> routeId(cause).stream())
                .findFirst()
                .flatMap(
                        id -> parts().filter(part -> part.text("id").equals(id)).findFirst())
                .map(route -> route.field("id").orElse(route).problem(message, remedy));
    }

    private Optional<RouteFile> fileIn(String chain) {
        return files.stream()
                .filter(file -> chain.contains(file.path().getFileName().toString()))
                .findFirst();
    }

    private Stream<YamlPart> parts() {
        return files.stream().flatMap(file -> file.entries().stream()).flatMap(YamlPart::everything);
    }

    private static Optional<String> routeId(Throwable failure) {
        if (failure instanceof FailedToCreateRouteException creating) {
            return Optional.ofNullable(creating.getRouteId());
        }
        return failure instanceof FailedToStartRouteException starting
                ? Optional.ofNullable(starting.getRouteId())
                : Optional.empty();
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = root.getMessage() == null ? root.toString() : root.getMessage();
        return text.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\.$", "");
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
