package io.eicbridge.cli;

import picocli.CommandLine.Parameters;

/** The account that a command is about, as its two arguments name it. */
final class AccountArgument {
    @Parameters(
            index = "0",
            paramLabel = "ENDPOINT",
            converter = EndpointName.class,
            description = "teammates or contacts.")
    private String endpoint;

    @Parameters(index = "1", paramLabel = "ID", description = "Intercom's id of the teammate or contact.")
    private String id;

    String endpoint() {
        return endpoint;
    }

    String id() {
        return id;
    }
}
