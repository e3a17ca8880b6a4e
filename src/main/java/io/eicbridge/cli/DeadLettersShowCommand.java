package io.eicbridge.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one dead letter with the record it keeps. */
@Command(
        name = "show",
        description = "Shows one dead letter with its reason and the whole record. The record may hold personal data.",
        footer = "  eic-bridge dead-letters show 5")
final class DeadLettersShowCommand implements Callable<Integer> {
    private final Program program;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Its number, as 'dead-letters list' tells it.")
    private long id;

    DeadLettersShowCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (Bridge bridge = program.bridge()) {
            ObjectNode letter = bridge.entry(Ledger.DEAD_LETTERS, id, false);
            PrintWriter out = spec.commandLine().getOut();
            letter.properties().stream()
                    .filter(field -> !"payload".equals(field.getKey()))
                    .forEach(field -> out.println(
                            field.getKey() + ": " + Table.plain(field.getValue().asText())));
            out.println(letter.path("payload").toPrettyString());
            return ExitCode.DONE;
        }
    }
}
