package io.eicbridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** The report of one run, with every field present and in a fixed order. */
record ImportReport(ObjectNode json, boolean dryRun, long cut) {
    private static final List<String> KINDS = List.of("accounts", "entitlements", "memberships");
    private static final List<String> CHANGES = List.of("created", "changed", "unchanged", "gone");

    /** The report within a run's progress; a run that ended without one is reported by its state and reason. */
    static ImportReport of(ObjectNode progress) {
        JsonNode report = progress.path("report");
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("run", progress.path("run").asLong());
        json.put("endpoint", progress.path("endpoint").asText());
        json.put("mode", progress.path("mode").asText());
        json.put("outcome", report.path("outcome").asText(progress.path("state").asText()));
        json.put("read", report.path("read").asLong(progress.path("read").asLong()));
        KINDS.forEach(kind -> json.set(kind, counts(report.path(kind))));
        json.put("rejected", report.path("rejected").asLong());
        json.put("requests", report.path("requests").asLong());
        json.put("seconds", report.path("seconds").asDouble());
        json.put("reason", report.path("reason").asText(progress.path("reason").asText("")));
        return new ImportReport(
                json, progress.path("dryRun").asBoolean(), report.path("cut").asLong());
    }

    private static ObjectNode counts(JsonNode counted) {
        ObjectNode counts = JsonNodeFactory.instance.objectNode();
        CHANGES.forEach(change -> counts.put(change, counted.path(change).asLong()));
        return counts;
    }

    /** 0 complete, 3 held, otherwise 1. */
    int exitCode() {
        return switch (json.path("outcome").asText()) {
            case "complete" -> ExitCode.DONE;
            case "held" -> ExitCode.HELD;
            default -> ExitCode.FAILED;
        };
    }

    String text() {
        String nl = System.lineSeparator();
        return headline() + nl + nl + table() + nl + nl + rejected() + tooLong() + reason();
    }

    private String headline() {
        return String.format(
                Locale.ROOT,
                "%s %d of %s (%s) is %s: %,d read in %,.1f s with %,d requests.",
                dryRun ? "Dry run" : "Run",
                json.path("run").asLong(),
                json.path("endpoint").asText(),
                json.path("mode").asText(),
                json.path("outcome").asText(),
                json.path("read").asLong(),
                json.path("seconds").asDouble(),
                json.path("requests").asLong());
    }

    private Table table() {
        String would = dryRun ? "would be " : "";
        Table table = new Table("", would + "created", would + "changed", "unchanged", would + "gone");
        KINDS.forEach(kind -> table.row(
                kind,
                number(kind, "created"),
                number(kind, "changed"),
                number(kind, "unchanged"),
                number(kind, "gone")));
        return table;
    }

    private String number(String kind, String change) {
        return String.format(Locale.ROOT, "%,d", json.path(kind).path(change).asLong());
    }

    private String rejected() {
        long rejected = json.path("rejected").asLong();
        return rejected == 0
                ? "No record was rejected."
                : String.format(
                        Locale.ROOT,
                        "%,d records could not be mapped: eic-bridge dead-letters list --endpoint %s",
                        rejected,
                        json.path("endpoint").asText());
    }

    private String tooLong() {
        return cut == 0
                ? ""
                : System.lineSeparator()
                        + String.format(Locale.ROOT, "%,d values did not fit EIC and were cut (docs/mapping.md).", cut);
    }

    private String reason() {
        String reason = json.path("reason").asText();
        return reason.isEmpty() ? "" : System.lineSeparator() + "Reason: " + Table.plain(reason);
    }
}
