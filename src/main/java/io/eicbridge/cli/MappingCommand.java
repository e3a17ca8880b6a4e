package io.eicbridge.cli;

import picocli.CommandLine.Command;

/** What can be asked about the attribute mapping. */
@Command(
        name = "mapping",
        description = "Shows which Intercom attribute becomes which EIC attribute.",
        footer = {"  eic-bridge mapping show contacts", "  eic-bridge mapping preview contacts 6762f0dd1bb69f9f2193bb83"
        })
final class MappingCommand {}
