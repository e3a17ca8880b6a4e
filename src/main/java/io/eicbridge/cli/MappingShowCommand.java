package io.eicbridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the mapping of one endpoint as tables. */
@Command(
        name = "show",
        description = {
            "Shows the mapping of one endpoint, as its connections/ENDPOINT/ImportAccountEntJSON.json says it.",
            "Volatile attributes change by mere use: they are stored, but do not count as a change."
        },
        footer = "  eic-bridge mapping show contacts")
final class MappingShowCommand implements Callable<Integer> {
    private final Program program;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ENDPOINT", converter = EndpointName.class, description = "teammates or contacts.")
    private String endpoint;

    MappingShowCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (Bridge bridge = program.bridge()) {
            ObjectNode mapping = bridge.mapping(endpoint);
            print("Accounts", mapping.path("accounts"));
            mapping.path("entitlements").properties().forEach(type -> print(type.getKey(), type.getValue()));
            return ExitCode.DONE;
        }
    }

    private void print(String title, JsonNode columns) {
        Table table = new Table("EIC", "Intercom", "type", "");
        for (JsonNode column : columns) {
            table.row(
                    column.path("column").asText(),
                    column.path("source").asText(),
                    column.path("type").asText(),
                    column.path("volatile").asBoolean() ? "volatile" : "");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(title + System.lineSeparator() + table + System.lineSeparator());
    }
}
