package io.eicbridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the requests, newest first. */
@Command(
        name = "list",
        description = "Lists what the bridge was asked to do in Intercom, newest first.",
        footer = "  eic-bridge requests list --endpoint contacts --state held --since 2h")
final class RequestsListCommand implements Callable<Integer> {
    private final Program program;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FilterOptions options;

    @Mixin
    private StateOption state;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "How many at most.")
    private int limit;

    RequestsListCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (Bridge bridge = program.bridge()) {
            print(bridge.entries(Ledger.REQUESTS, state.in(options.filter()).with("limit", Integer.toString(limit))));
            return ExitCode.DONE;
        }
    }

    private void print(ObjectNode json) {
        Table table = new Table("id", "endpoint", "operation", "account", "entitlement", "state", "asked", "reason");
        for (JsonNode each : json.path("requests")) {
            table.row(
                    each.path("id").asText(),
                    each.path("endpoint").asText(),
                    each.path("operation").asText(),
                    each.path("account").asText(""),
                    each.path("entitlementType").asText("") + " "
                            + each.path("entitlement").asText(""),
                    each.path("state").asText(),
                    each.path("createdAt").asText(),
                    each.path("reason").asText(each.path("message").asText("")));
        }
        int shown = json.path("requests").size();
        String all = shown == 0
                ? "There are none."
                : shown + " of " + json.path("total").asLong(shown);
        spec.commandLine().getOut().println((shown == 0 ? "" : table + System.lineSeparator()) + all);
    }
}
