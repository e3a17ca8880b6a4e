package io.eicbridge.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what the mapping makes of one real record. */
@Command(
        name = "preview",
        description = "Fetches one record from Intercom and shows what the mapping makes of it. Stores nothing.",
        footer = "  eic-bridge mapping preview contacts 6762f0dd1bb69f9f2193bb83")
final class MappingPreviewCommand implements Callable<Integer> {
    private final Program program;

    @Spec
    private CommandSpec spec;

    @Mixin
    private AccountArgument account;

    MappingPreviewCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (Bridge bridge = program.bridge()) {
            ObjectNode preview = bridge.preview(account.endpoint(), account.id());
            Table table = new Table("EIC", "value", "");
            preview.path("columns")
                    .properties()
                    .forEach(e -> table.row(e.getKey(), e.getValue().asText(), ""));
            preview.path("volatile")
                    .properties()
                    .forEach(e -> table.row(e.getKey(), e.getValue().asText(), "volatile"));
            spec.commandLine().getOut().println(table);
            printCut(preview.path("cut").asInt());
            return ExitCode.DONE;
        }
    }

    private void printCut(int cut) {
        if (cut > 0) {
            spec.commandLine().getOut().println(cut + " values were longer than EIC's columns and are cut.");
        }
    }
}
