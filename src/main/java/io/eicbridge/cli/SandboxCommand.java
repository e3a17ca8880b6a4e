package io.eicbridge.cli;

import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the stand-in for Intercom alone. */
@Command(
        name = "sandbox",
        description = {
            "Starts a stand-in for Intercom on this machine, with people and companies made up from a seed.",
            "Point a bridge at it with INTERCOM_URL=http://127.0.0.1:PORT."
        },
        footer = "  eic-bridge sandbox --intercom-port 8090 --contacts 100000 --latency 50")
final class SandboxCommand implements Callable<Integer> {
    private final Program program;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--intercom-port",
            paramLabel = "PORT",
            defaultValue = "8090",
            description = "Port to listen on, 0 for a free one.")
    private int port;

    @Option(
            names = "--contacts",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many contacts the workspace has.")
    private long contacts;

    @Option(names = "--teammates", paramLabel = "N", defaultValue = "25", description = "How many teammates it has.")
    private int teammates;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The same seed makes the same people.")
    private long seed;

    @Option(
            names = "--latency",
            paramLabel = "MS",
            defaultValue = "0",
            description = "Milliseconds that every answer takes.")
    private int latency;

    @Option(
            names = "--index-lag",
            paramLabel = "S",
            defaultValue = "0",
            description = "Seconds until the search finds a change.")
    private int indexLag;

    @Option(
            names = "--token",
            paramLabel = "T",
            defaultValue = "",
            showDefaultValue = Visibility.NEVER,
            description = "The only bearer token to admit; any if left out.")
    private String token;

    @Option(
            names = "--api-version",
            paramLabel = "V",
            defaultValue = "2.16",
            description = "Intercom-Version to assume where a call names none.")
    private String version;

    SandboxCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        requireNoneNegative();
        return program.sandbox(new SandboxOptions(port, contacts, seed, latency, teammates, token, indexLag, version));
    }

    private void requireNoneNegative() {
        if (port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--intercom-port is " + port + "; a port is 0 to 65535.");
        }
        if (Stream.of(port, contacts, teammates, latency, indexLag).anyMatch(number -> number.longValue() < 0)) {
            throw new ParameterException(spec.commandLine(), "Numbers of a sandbox are 0 or more.");
        }
    }
}
