package io.eicbridge.flow;

import io.eicbridge.failure.Configuration;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * The folder of routes as it was when it was read: what was checked is what is loaded, whoever writes meanwhile.
 *
 * @param files all files of the folder by name, those too that cannot be understood
 */
public record RouteSet(Path folder, List<RouteFile> files) {

    /**
     * Reads the folder now.
     *
     * @throws Configuration where it cannot be read or holds no routes
     */
    public static RouteSet read(Path folder) {
        return new RouteSet(folder, RouteFile.allOf(folder));
    }

    /** Why files cannot be understood as lists of routes, with their places. */
    public List<RouteProblem> unreadable() {
        return files.stream().flatMap(file -> file.problems().stream()).toList();
    }

    /**
     * Loads the selected routes into a context; they start with it, or at once where it runs.
     *
     * @throws Configuration naming file, line, column and remedy where a file cannot be loaded
     */
    void load(CamelContext context, RouteSelection selection) {
        if (!unreadable().isEmpty()) {
            throw refusal(unreadable());
        }
        try {
            add(context, selection);
        } catch (Exception e) {
            throw refusal(List.of(diagnosis(e)));
        }
    }

    /** The same with Camel's own failures, which {@link #diagnosis} understands. */
    void add(CamelContext context, RouteSelection selection) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(resources(selection));
    }

    /**
     * Loads everything in a context of its own that starts no route and is thrown away.
     *
     * @return what keeps the routes from starting, with its place and remedy; empty where all is well
     */
    public List<RouteProblem> dryRun(Surroundings surroundings) {
        if (!unreadable().isEmpty()) {
            return unreadable();
        }
        Optional<Exception> failure = new Trial(surroundings).failureOf(resources(RouteSelection.ALL), namedPools());
        return failure.map(this::diagnosis).stream().toList();
    }

    /** Where in the files a failure of Camel comes from. */
    RouteProblem diagnosis(Exception failure) {
        return new Diagnosis(folder, files).of(failure);
    }

    /** Whether one of the routes reads from this uri. */
    public boolean readsFrom(String uri) {
        return files.stream().flatMap(file -> file.entries().stream()).anyMatch(entry -> entry.field("route")
                .flatMap(route -> route.field("from"))
                .filter(from -> from.text("uri").equals(uri))
                .isPresent());
    }

    /** What became of each route and route configuration since another set; entries count by their text and their file. */
    RouteChanges since(RouteSet before) {
        return RouteChanges.between(before.texts(), texts());
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        files.forEach(file -> file.entries().forEach(entry -> entry.fields()
                .forEach((kind, part) ->
                        texts.put(part.text("id"), file.name() + ":" + kind + ":" + file.text(entry)))));
        return texts;
    }

    private Collection<Resource> resources(RouteSelection selection) {
        return files.stream()
                .flatMap(file -> selected(file, selection).stream())
                .toList();
    }

    private static Optional<Resource> selected(RouteFile file, RouteSelection selection) {
        List<YamlPart> leftOut =
                file.entries().stream().filter(selection::leavesOut).toList();
        byte[] text = file.without(leftOut).getBytes(StandardCharsets.UTF_8);
        return leftOut.size() == file.entries().size()
                ? Optional.empty()
                : Optional.of(ResourceHelper.fromBytes("file:" + file.path(), text));
    }

    private List<String> namedPools() {
        Stream<YamlPart> parts =
                files.stream().flatMap(file -> file.entries().stream()).flatMap(YamlPart::everything);
        return parts.map(part -> part.text("executorService"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static Configuration refusal(List<RouteProblem> problems) {
        return new Configuration("The routes cannot be loaded:\n"
                + problems.stream().map(RouteProblem::text).collect(Collectors.joining("\n")));
    }
}
