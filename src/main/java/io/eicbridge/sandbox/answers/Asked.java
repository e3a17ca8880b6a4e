package io.eicbridge.sandbox.answers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A request as the endpoints see it; the body is missing where none was sent. */
public record Asked(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> variables,
        JsonNode body,
        Version version,
        String baseUrl) {

    /** A part of the path. */
    public String variable(String name) {
        return variables.get(name);
    }

    /** A query parameter, null where it was not sent. */
    public String query(String name) {
        return query.get(name);
    }

    /** A count in the query, within 1 and the most; the default where it was not sent. */
    int count(String name, int byDefault, int most) {
        String text = query.get(name);
        if (text == null || text.isEmpty()) {
            return byDefault;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw Refusal.bad(
                    name.equals("per_page") ? "invalid_per_page" : "parameter_invalid",
                    name + " must be a number between 1 and " + most);
        }
        return Integer.parseInt(text);
    }
}
