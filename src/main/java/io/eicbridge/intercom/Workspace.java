package io.eicbridge.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.failure.Configuration;
import io.eicbridge.failure.Rejected;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The workspace that the access token belongs to.
 *
 * @param id Intercom's {@code app.id_code}
 * @param region where it is hosted, for instance {@code US}; empty if not told
 * @param zone whose days contact searches compare
 * @param adminId the teammate that the token acts as
 */
public record Workspace(String id, String name, String region, ZoneId zone, String adminId) {

    /**
     * Reads it from the answer to {@code GET /me}.
     *
     * @throws Rejected if the answer names no workspace
     * @throws Configuration if its time zone is unknown here
     */
    public static Workspace from(Answer answer) {
        JsonNode app = answer.body().path("app");
        String id = Ids.text(app.path("id_code"));
        if (id.isEmpty()) {
            throw new Rejected(
                    "Nothing was read: Intercom's answer to GET /me names no workspace (app.id_code). "
                            + "Check that \"intercom.url\" is Intercom's API.",
                    answer.status(),
                    "",
                    answer.requestId());
        }
        return new Workspace(
                id,
                app.path("name").asText(""),
                app.path("region").asText(""),
                zone(app.path("timezone").asText(""), answer),
                Ids.text(answer.body().path("id")));
    }

    private static ZoneId zone(String name, Answer answer) {
        try {
            return name.isBlank() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new Configuration(
                    "Nothing was read: the time zone of the Intercom workspace, \"" + name
                            + "\", is unknown to this Java. "
                            + "Update Java, or choose another time zone in Intercom's general settings.",
                    "system",
                    answer.requestId());
        }
    }
}
