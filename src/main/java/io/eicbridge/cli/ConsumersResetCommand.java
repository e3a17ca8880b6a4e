package io.eicbridge.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets a consumer begin anew. */
@Command(
        name = "reset",
        description = "Forgets how far a consumer has read: its next pull of each list gives everything. What ended in"
                + " between is not told to it one by one, so that its other side should import everything, too.",
        footer = "  eic-bridge consumers reset eic --endpoint contacts")
final class ConsumersResetCommand implements Callable<Integer> {
    private final Program program;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The name that the consumer calls the API with.")
    private String name;

    @Option(
            names = "--endpoint",
            paramLabel = "ENDPOINT",
            converter = EndpointName.class,
            description = "teammates or contacts; both if left out.")
    private String endpoint;

    ConsumersResetCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (Bridge bridge = program.bridge()) {
            ObjectNode reset = bridge.resetConsumer(name, endpoint == null ? "" : endpoint);
            spec.commandLine()
                    .getOut()
                    .println(reset.path("reset").asInt() + " lists begin anew with the next pull of this consumer.");
            return ExitCode.DONE;
        }
    }
}
