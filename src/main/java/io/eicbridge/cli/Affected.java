package io.eicbridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Who would be touched by a run that is held or dry, and what can be done about it. */
record Affected(ObjectNode progress) {
    private static final int SHOWN = 20;

    /** The first of those affected and the count of all; empty where nobody is. */
    String text() {
        JsonNode affected = progress.path("affected");
        long total = Math.max(affected.size(), progress.path("affectedTotal").asLong());
        if (total == 0) {
            return "";
        }
        Table table = new Table("kind", "id", "name", "change");
        for (int index = 0; index < Math.min(SHOWN, affected.size()); index++) {
            JsonNode one = affected.get(index);
            table.row(
                    one.path("kind").asText(),
                    one.path("id").asText(),
                    one.path("name").asText(),
                    one.path("change").asText());
        }
        String shown = total > SHOWN ? String.format(Locale.ROOT, ", the first %d", SHOWN) : "";
        return String.format(Locale.ROOT, "Affected: %,d%s%n%n%s%n", total, shown, table);
    }

    /** What to type to publish a held run. */
    String approval() {
        return "Nothing of this is visible to EIC yet. If it is meant: eic-bridge import approve "
                + progress.path("run").asLong();
    }
}
