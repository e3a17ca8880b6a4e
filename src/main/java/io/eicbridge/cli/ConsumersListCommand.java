package io.eicbridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists how far each consumer has read each list. */
@Command(
        name = "list",
        description = "Lists how far each consumer has read each list: when it last read it to the end, and how many"
                + " changes of the endpoint came since. One that \"begins\" has not read everything once, one that is"
                + " \"expired\" read nothing for too long and begins with everything.",
        footer = "  eic-bridge consumers list")
final class ConsumersListCommand implements Callable<Integer> {
    private final Program program;

    @Spec
    private CommandSpec spec;

    ConsumersListCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (Bridge bridge = program.bridge()) {
            JsonNode consumers = bridge.consumers().path("consumers");
            Table table = new Table("consumer", "endpoint", "list", "state", "read at", "behind");
            consumers.forEach(each -> table.row(
                    each.path("consumer").asText(),
                    each.path("endpoint").asText(),
                    each.path("list").asText(),
                    each.path("state").asText(),
                    each.path("readAt").asText(),
                    each.path("behind").asText()));
            spec.commandLine().getOut().println(consumers.isEmpty() ? "There are none." : table.toString());
            return ExitCode.DONE;
        }
    }
}
