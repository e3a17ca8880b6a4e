package io.eicbridge.journal.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** JSON in letters that every database takes: half an emoji, which is none, is escaped. */
public final class StoredJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");

    private StoredJson() {}

    /** The text that is stored. */
    public static String text(JsonNode json) {
        try {
            String text = JSON.writeValueAsString(json);
            return HALF.matcher(text).replaceAll(half -> "\\\\u" + hex(half.group()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree of JSON cannot be written", impossible);
        }
    }

    private static String hex(String half) {
        return HexFormat.of().toHexDigits(half.charAt(0));
    }
}
