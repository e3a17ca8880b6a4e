package io.eicbridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Set;
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
    private static final Set<String> KEPT = Set.of("payload", "request");
    private static final Set<String> OF_REQUEST = Set.of(
            "operation",
            "account",
            "entitlementType",
            "entitlement",
            "state",
            "attempt",
            "tries",
            "createdAt",
            "endedAt");

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
                    .filter(field ->
                            !KEPT.contains(field.getKey()) && !field.getValue().isNull())
                    .forEach(field -> out.println(
                            field.getKey() + ": " + Table.plain(field.getValue().asText())));
            letter.path("request").properties().stream()
                    .filter(field -> OF_REQUEST.contains(field.getKey()))
                    .forEach(field -> out.println("request's " + field.getKey() + ": "
                            + Table.plain(field.getValue().asText(""))));
            JsonNode payload = letter.path("payload");
            out.println(payload.isTextual() ? payload.asText() : payload.toPrettyString());
            return ExitCode.DONE;
        }
    }
}
