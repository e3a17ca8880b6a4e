package io.eicbridge.cli;

import picocli.CommandLine.Command;

/** What can be done with connection packages. */
@Command(
        name = "package",
        description = "Works on connection packages, the parameters of a REST connection of EIC.",
        footer = {"  eic-bridge package validate connections", "  eic-bridge package validate Package.zip"})
final class PackageCommand {}
