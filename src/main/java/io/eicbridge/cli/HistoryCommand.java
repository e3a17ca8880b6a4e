package io.eicbridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what happened to one account. */
@Command(
        name = "history",
        description = "Shows what changed on one account, oldest first, and in which run and for which"
                + " notifications. It holds personal data.",
        footer = "  eic-bridge history contacts 6762f0dd1bb69f9f2193bb83")
final class HistoryCommand implements Callable<Integer> {
    private final Program program;

    @Spec
    private CommandSpec spec;

    @Mixin
    private AccountArgument account;

    HistoryCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (Bridge bridge = program.bridge()) {
            Table table = new Table("at", "run", "what", "before", "after");
            bridge.history(account.endpoint(), account.id())
                    .path("entries")
                    .forEach(entry -> table.row(
                            entry.path("at").asText(),
                            run(entry),
                            (entry.path("kind").asText() + " "
                                            + entry.path("what").asText())
                                    .strip(),
                            entry.path("before").asText(),
                            entry.path("after").asText()));
            spec.commandLine().getOut().println(table);
            return ExitCode.DONE;
        }
    }

    private static String run(JsonNode entry) {
        String cause = entry.path("cause").asText();
        return (entry.path("run").asText("") + " " + entry.path("mode").asText()
                        + (cause.isEmpty() ? "" : " for " + cause))
                .strip();
    }
}
