package io.eicbridge.cli;

import picocli.CommandLine.Option;

/** The option that says in which state requests are meant. */
final class StateOption {
    @Option(
            names = "--state",
            paramLabel = "STATE",
            converter = StateName.class,
            description = "waiting, running, held, queued, succeeded, rejected, dead, discarded or cancelled.")
    private String state;

    RequestFilter in(RequestFilter filter) {
        return filter.with("state", state);
    }
}
