package io.eicbridge.flow;

import io.eicbridge.failure.Configuration;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;

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
     * @return what was loaded
     * @throws Configuration naming file, line, column and remedy where a file cannot be loaded
     */
    public RouteSet load(CamelContext context, RouteSelection selection) {
        RouteSet routes = read();
        routes.load(context, selection);
        return routes;
    }

    /**
     * Everything that is in the folder now.
     *
     * @throws Configuration where it cannot be read or holds no routes
     */
    public RouteSet read() {
        return RouteSet.read(folder);
    }

    /**
     * Loads the whole folder as {@link #load} would, in a context of its own that starts no route and is thrown away.
     * What the surroundings lend stays untouched.
     *
     * @return what keeps the folder from starting, with its place and remedy; empty where all is well
     */
    public List<RouteProblem> dryRun(Surroundings surroundings) {
        return read().dryRun(surroundings);
    }

    /** The same trial with the settings, beans and thread pools of a context, which goes on undisturbed. */
    public List<RouteProblem> dryRun(CamelContext live) {
        return dryRun(Surroundings.of(live));
    }
}
