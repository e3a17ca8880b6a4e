package io.eicbridge.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Reads the small JSON objects that callers send. */
public final class JsonBody {
    /** Characters: the largest body that says something useful is a list of fields. */
    static final int LIMIT = 65_536;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    /** The body as an object, an empty one where none was sent; {@code Rejected} with 400 or 413 for anything else. */
    static JsonNode read(Object body) {
        return read(body, LIMIT, "ask for fewer fields");
    }

    /** The same for bodies of up to {@code limit} characters; {@code remedy} says what to do about a longer one. */
    public static JsonNode read(Object body, int limit, String remedy) {
        if (body instanceof Map<?, ?>) {
            throw Refusals.invalid("The body is a form: send a JSON object with content type application/json.");
        }
        String text = body.toString();
        if (text.length() > limit) {
            throw Refusals.tooLarge("The body is longer than " + limit + " characters: " + remedy + ".");
        }
        return text.isBlank() ? MAPPER.createObjectNode() : object(text);
    }

    private static JsonNode object(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node.isObject()) {
                return node;
            }
            throw Refusals.invalid("The body is JSON, but not an object: send {} or leave it out.");
        } catch (StreamConstraintsException beyond) {
            throw Refusals.invalid(
                    "The body is nested too deeply or holds too long a name or number: send a flat JSON object.");
        } catch (JsonProcessingException malformed) {
            throw Refusals.invalid("The body is not well-formed JSON at line "
                    + malformed.getLocation().getLineNr() + ", column "
                    + malformed.getLocation().getColumnNr() + ": send a JSON object, or {}.");
        }
    }
}
