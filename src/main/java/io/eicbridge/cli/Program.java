package io.eicbridge.cli;

import java.util.List;
import java.util.Optional;

/** What the commands start; the root of the program carries it out. */
public interface Program {
    /** Starts the bridge, with {@code dev} so that edits of routes/ come to life; returns its exit code once it was stopped. */
    int run(boolean dev);

    /** Starts sandboxes and a bridge on them, takes the tour, and stays up unless {@code exit}. */
    int demo(boolean exit);

    /** Starts the stand-in for Intercom and returns its exit code once it was stopped. */
    int sandbox(SandboxOptions options);

    /** Loads the routes as {@code run} would; an empty list means that nothing was found. */
    List<RouteFinding> routesCheck();

    /** Tries what the bridge depends on, a line each, in the order of dependence. */
    List<CheckLine> check();

    /** The running bridge over its API; empty where none runs. */
    Optional<Bridge> running();

    /** The running bridge over its API where one runs, else the program's own directory in this process. */
    Bridge bridge();
}
