package io.eicbridge.cli;

import picocli.CommandLine.Command;

/** What can be asked and decided about provisioning requests. */
@Command(
        name = "requests",
        description = "Shows what the bridge was asked to do in Intercom and what became of it, and decides about it.",
        footer = {
            "  eic-bridge requests list --state held",
            "  eic-bridge requests show 17 --audit",
            "  eic-bridge requests release --all --operation disable --why \"the department has left\""
        })
final class RequestsCommand {}
