package io.eicbridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the dead letters, newest first. */
@Command(
        name = "list",
        description = "Lists the open dead letters, newest first, without what they keep.",
        footer = "  eic-bridge dead-letters list --endpoint contacts --limit 20")
final class DeadLettersListCommand implements Callable<Integer> {
    private final Program program;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FilterOptions options;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "How many at most.")
    private int limit;

    DeadLettersListCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (Bridge bridge = program.bridge()) {
            print(bridge.entries(Ledger.DEAD_LETTERS, options.filter().with("limit", Integer.toString(limit))));
            return ExitCode.DONE;
        }
    }

    private void print(ObjectNode json) {
        Table table = new Table("id", "endpoint", "kind", "subject", "run", "at", "reason");
        for (JsonNode letter : json.path("deadLetters")) {
            table.row(
                    letter.path("id").asText(),
                    letter.path("endpoint").asText(),
                    letter.path("kind").asText(),
                    letter.path("subject").asText(),
                    letter.path("run").asText(""),
                    letter.path("createdAt").asText(),
                    letter.path("reason").asText());
        }
        int shown = json.path("deadLetters").size();
        String all = shown == 0
                ? "There are none."
                : shown + " of " + json.path("total").asLong(shown);
        spec.commandLine().getOut().println((shown == 0 ? "" : table + System.lineSeparator()) + all);
    }
}
