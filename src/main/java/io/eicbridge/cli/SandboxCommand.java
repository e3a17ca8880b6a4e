package io.eicbridge.cli;

import java.util.concurrent.Callable;
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
    private static final int LAST_PORT = 65_535;
    /** As many as the sandbox can make up. */
    private static final long MOST_CONTACTS = 16_000_000;

    private static final int MOST_TEAMMATES = 10_000;
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
        refuseWhatCannotBe();
        return program.sandbox(new SandboxOptions(port, contacts, seed, latency, teammates, token, indexLag, version));
    }

    private void refuseWhatCannotBe() {
        require(port >= 0 && port <= LAST_PORT, "--intercom-port", port, "0 to " + LAST_PORT);
        require(contacts >= 0 && contacts <= MOST_CONTACTS, "--contacts", contacts, "0 to " + MOST_CONTACTS);
        require(teammates >= 0 && teammates <= MOST_TEAMMATES, "--teammates", teammates, "0 to " + MOST_TEAMMATES);
        require(latency >= 0, "--latency", latency, "0 or more milliseconds");
        require(indexLag >= 0, "--index-lag", indexLag, "0 or more seconds");
        require(
                version.matches("[12]\\.\\d{1,2}|Preview"),
                "--api-version",
                version,
                "a version like 2.16, or Preview");
    }

    private void require(boolean right, String option, Object found, String allowed) {
        if (!right) {
            throw new ParameterException(
                    spec.commandLine(), option + " is " + found + "; allowed is " + allowed + ". Correct it.");
        }
    }
}
