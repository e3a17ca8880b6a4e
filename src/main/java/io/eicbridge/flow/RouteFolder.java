package io.eicbridge.flow;

import io.eicbridge.failure.Configuration;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The folder whose {@code *.camel.yaml} files say what the bridge does and in which order. */
public final class RouteFolder {
    private final Path folder;

    /** The folder as it is on disk whenever it is read. */
    public RouteFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Loads the selected routes into a context; they start with it, or at once where it runs.
     *
     * @throws Configuration naming file, line, column and remedy where a file cannot be loaded
     */
    public void load(CamelContext context, RouteSelection selection) {
        List<RouteFile> files = RouteFile.allOf(folder);
        List<RouteProblem> unreadable = problemsOf(files);
        if (!unreadable.isEmpty()) {
            throw refusal(unreadable);
        }
        try {
            PluginHelper.getRoutesLoader(context).loadRoutes(resources(files, selection));
        } catch (Exception e) {
            throw refusal(List.of(new Diagnosis(folder, files).of(e)));
        }
    }

    /**
     * Loads the whole folder as {@link #load} would, in a context of its own that starts no route and is thrown away.
     * What the surroundings lend stays untouched.
     *
     * @return what keeps the folder from starting, with its place and remedy; empty where all is well
     */
    public List<RouteProblem> dryRun(Surroundings surroundings) {
        List<RouteFile> files = RouteFile.allOf(folder);
        List<RouteProblem> unreadable = problemsOf(files);
        if (!unreadable.isEmpty()) {
            return unreadable;
        }
        Optional<Exception> failure =
                new Trial(surroundings).failureOf(resources(files, RouteSelection.ALL), namedPools(files));
        return failure.map(new Diagnosis(folder, files)::of).stream().toList();
    }

    /** The same trial with the settings, beans and thread pools of a context, which goes on undisturbed. */
    public List<RouteProblem> dryRun(CamelContext live) {
        return dryRun(Surroundings.of(live));
    }

    private static List<RouteProblem> problemsOf(List<RouteFile> files) {
        return files.stream().flatMap(file -> file.problems().stream()).toList();
    }

    private static Collection<Resource> resources(List<RouteFile> files, RouteSelection selection) {
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

    private static List<String> namedPools(List<RouteFile> files) {
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
