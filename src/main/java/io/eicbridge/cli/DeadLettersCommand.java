package io.eicbridge.cli;

import picocli.CommandLine.Command;

/** What can be asked about records that were put aside. */
@Command(
        name = "dead-letters",
        description = "Shows what could not be processed and was put aside, whole and with its reason.",
        footer = {"  eic-bridge dead-letters list", "  eic-bridge dead-letters show 5"})
final class DeadLettersCommand {}
