package io.eicbridge.sandbox.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page ended: the last sort value and position read, and the number of the page that follows. */
public record Cursor(long value, int index, int page) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The opaque text that Intercom would hand out. */
    public String text() {
        String plain = "[" + value + "," + index + "," + page + "]";
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a text handed out before; any other is refused. */
    public static Cursor of(String text) {
        try {
            JsonNode parts = JSON.readTree(Base64.getDecoder().decode(text));
            boolean whole = parts != null && parts.isArray() && parts.size() == 3;
            if (whole
                    && parts.get(0).isIntegralNumber()
                    && parts.get(1).isInt()
                    && parts.get(2).isInt()) {
                return new Cursor(
                        parts.get(0).longValue(),
                        parts.get(1).intValue(),
                        parts.get(2).intValue());
            }
        } catch (IOException | IllegalArgumentException garbled) {
            throw refused();
        }
        throw refused();
    }

    private static BadQuery refused() {
        return new BadQuery(
                "client_error",
                "Invalid starting_after param. Please try again using a starting_after value from a paginated response");
    }
}
