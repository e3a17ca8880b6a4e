package io.eicbridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one request with its attempts and, where that is wanted, everything that was sent and answered. */
@Command(
        name = "show",
        description = {
            "Shows one request with its attempts and what expressions may read of it, which holds personal data.",
            "--audit adds who decided about it, what was sent to Intercom and what Intercom answered."
        },
        footer = "  eic-bridge requests show 17 --audit")
final class RequestsShowCommand implements Callable<Integer> {
    private static final List<String> LISTS = List.of("attempts", "audit", "payload");
    private final Program program;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Its number, as 'requests list' tells it.")
    private long id;

    @Option(names = "--audit", description = "Show what was sent and answered, and who decided something.")
    private boolean audit;

    RequestsShowCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (Bridge bridge = program.bridge()) {
            ObjectNode request = bridge.entry(Ledger.REQUESTS, id, audit);
            PrintWriter out = spec.commandLine().getOut();
            request.properties().stream()
                    .filter(field ->
                            !LISTS.contains(field.getKey()) && !field.getValue().isNull())
                    .forEach(field -> out.println(
                            field.getKey() + ": " + Table.plain(field.getValue().asText())));
            attempts(out, request.path("attempts"));
            if (audit) {
                audit(out, request.path("audit"));
            }
            out.println(request.path("payload").toPrettyString());
            return ExitCode.DONE;
        }
    }

    private static void attempts(PrintWriter out, JsonNode attempts) {
        Table table = new Table("attempt", "started", "ms", "calls", "outcome", "reason");
        attempts.forEach(each -> table.row(
                each.path("attempt").asText(),
                each.path("startedAt").asText(),
                each.path("millis").asText(""),
                each.path("calls").asText(""),
                each.path("outcome").asText("open"),
                each.path("reason").asText("")));
        if (!attempts.isEmpty()) {
            out.println(table);
        }
    }

    private static void audit(PrintWriter out, JsonNode audit) {
        Table table = new Table("at", "attempt", "who", "what", "call", "status", "request", "body or reason");
        audit.forEach(each -> table.row(
                each.path("at").asText(),
                each.path("attempt").asText(),
                each.path("who").asText(),
                each.path("event").asText(),
                (each.path("method").asText("") + " " + each.path("place").asText("")).strip(),
                each.path("status").asText(""),
                each.path("intercomRequestId").asText(""),
                each.path("body").asText(each.path("reason").asText(""))));
        out.println(audit.isEmpty() ? "Nothing was sent." : table.toString());
    }
}
