package io.eicbridge.intercom;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter.Inclusion;
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
    static Optional<JsonNode> read(Object body, boolean idsOnly) throws IOException {
        try (JsonParser parser = parser(body)) {
            JsonNode json = JSON.readTree(idsOnly ? filtered(parser) : parser);
            JsonNode found = json == null ? MissingNode.getInstance() : json;
            return found.isContainerNode() || found.isMissingNode() ? Optional.of(found) : Optional.empty();
        } catch (JsonProcessingException cutOrForeign) {
            return Optional.empty();
        }
    }

    private static JsonParser filtered(JsonParser parser) {
        return new FilteringParserDelegate(parser, IdsOnly.ANSWER, Inclusion.INCLUDE_ALL_AND_PATH, true);
    }

    private static JsonParser parser(Object body) throws IOException {
        if (body instanceof byte[] bytes) {
            return JSON.createParser(bytes);
        }
        if (body instanceof InputStream stream) {
            return JSON.createParser(stream);
        }
        return JSON.createParser(body == null ? "" : body.toString());
    }
}
