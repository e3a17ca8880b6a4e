package io.eicbridge.intercom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads JSON from a body as the HTTP client gives it: bytes, a stream, a string or nothing. */
final class AnswerBody {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private AnswerBody() {}

    /** The object or array in the body, MissingNode for an empty body, nothing for a cut or foreign one. */
    static Optional<JsonNode> read(Object body) throws IOException {
        try {
            JsonNode json = parse(body);
            return json.isContainerNode() || json.isMissingNode() ? Optional.of(json) : Optional.empty();
        } catch (JsonProcessingException cutOrForeign) {
            return Optional.empty();
        }
    }

    private static JsonNode parse(Object body) throws IOException {
        if (body == null) {
            return MissingNode.getInstance();
        }
        if (body instanceof byte[] bytes) {
            return JSON.readTree(bytes);
        }
        if (body instanceof InputStream stream) {
            return JSON.readTree(stream);
        }
        return JSON.readTree(body.toString());
    }
}
