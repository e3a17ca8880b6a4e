package io.eicbridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** Prints what a comparison with Intercom found. */
final class ReconcileReport {
    private ReconcileReport() {}

    static void print(PrintWriter out, JsonNode found) {
        if (!found.path("differences").isEmpty()) {
            Table table = new Table("kind", "account or entitlement", "what", "directory", "Intercom");
            found.path("differences")
                    .forEach(each -> table.row(
                            each.path("kind").asText(),
                            each.path("subject").asText(),
                            each.path("what").asText(),
                            each.path("directory").asText(),
                            each.path("intercom").asText()));
            out.println(table);
        }
        out.println(summary(found));
        String note = found.path("note").asText();
        if (!note.isEmpty()) {
            out.println(note);
        }
    }

    private static String summary(JsonNode found) {
        String read = found.path("read").asLong() + " accounts compared";
        return switch (found.path("state").asText()) {
            case "equal" -> read + ": no difference.";
            case "failed" -> "The comparison failed: " + found.path("reason").asText();
            default -> read + ": " + counts(found.path("counts")) + ".";
        };
    }

    private static String counts(JsonNode counts) {
        StringBuilder words = new StringBuilder();
        counts.properties().forEach(kind -> words.append(words.isEmpty() ? "" : ", ")
                .append(kind.getValue().asLong())
                .append(' ')
                .append(kind.getKey()));
        return words.toString();
    }
}
