package io.eicbridge.cli;

import picocli.CommandLine.Command;

/** What can be asked and decided about what was put aside. */
@Command(
        name = "dead-letters",
        description =
                "Shows requests and records that failed for good, whole and with their reasons, and decides about them.",
        footer = {
            "  eic-bridge dead-letters list",
            "  eic-bridge dead-letters show 5",
            "  eic-bridge dead-letters replay --all --endpoint contacts --since 2h"
        })
final class DeadLettersCommand {}
