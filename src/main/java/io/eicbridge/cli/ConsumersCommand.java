package io.eicbridge.cli;

import picocli.CommandLine.Command;

/** What can be asked about those who read what is new. */
@Command(
        name = "consumers",
        description = "Shows who reads only what is new from the connector API, and lets one begin anew.",
        footer = {"  eic-bridge consumers list", "  eic-bridge consumers reset eic --endpoint contacts"})
final class ConsumersCommand {}
