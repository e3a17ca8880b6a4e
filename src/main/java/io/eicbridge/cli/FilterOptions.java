package io.eicbridge.cli;

import java.time.Instant;
import picocli.CommandLine.Option;

/** The options that say which requests are meant, or dead letters by the requests that they are about. */
final class FilterOptions {
    @Option(
            names = "--endpoint",
            paramLabel = "ENDPOINT",
            converter = EndpointName.class,
            description = "teammates or contacts; both if left out.")
    private String endpoint;

    @Option(
            names = "--operation",
            paramLabel = "OPERATION",
            converter = OperationName.class,
            description = "For instance create, disable or add-access; all if left out.")
    private String operation;

    @Option(names = "--account", paramLabel = "ID", description = "Intercom's id of an account; all if left out.")
    private String account;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = SinceTime.class,
            description = "Asked since then: 30m, 2h or 7d ago, 2026-11-24, or 2026-11-24T10:00:00Z.")
    private Instant since;

    RequestFilter filter() {
        return RequestFilter.of(endpoint, operation, account, since == null ? null : since.toString());
    }
}
