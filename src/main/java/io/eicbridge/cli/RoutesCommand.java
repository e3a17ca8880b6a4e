package io.eicbridge.cli;

import picocli.CommandLine.Command;

/** What can be done with the folder of routes. */
@Command(
        name = "routes",
        description = "Works on routes/, the files that say in which order things happen.",
        footer = {"  eic-bridge routes check", "  eic-bridge routes reload"})
final class RoutesCommand {}
