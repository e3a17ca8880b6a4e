package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eicbridge.dialect.Findings;
import io.eicbridge.dialect.Located;
import io.eicbridge.dialect.expression.Piece;
import io.eicbridge.dialect.expression.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a JSON value that its parameter writes as a text, expressions between quotes or not, before any value is put in. */
final class JsonText {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private final List<String> codes = new ArrayList<>();
    private boolean isQuoted;

    private JsonText() {}

    /** The value, every part of it at the place of the text; empty if it was reported. */
    static Optional<Located> read(Template text, Located at, Findings findings) {
        JsonText reading = new JsonText();
        String bare = reading.withMarks(text);
        try {
            Marks marks = new Marks(reading.codes, at);
            return Optional.of(marks.located(JSON.readTree(bare), at.key(), at.pointer()));
        } catch (JsonProcessingException broken) {
            String reason = Marks.removed(broken.getOriginalMessage());
            findings.add(at, "is a text that must be JSON, and is not: " + reason + ". Mend quotes, commas and braces");
            return Optional.empty();
        }
    }

    /** The text with a mark for each expression, so that quotes and braces inside of expressions mean nothing to JSON. */
    private String withMarks(Template text) {
        StringBuilder bare = new StringBuilder();
        for (Piece piece : text.pieces()) {
            if (piece.isCode()) {
                String mark = Marks.of(codes.size(), isQuoted);
                bare.append(isQuoted ? mark : "\"" + mark + "\"");
                codes.add("${" + piece.text() + "}");
            } else {
                follow(piece.text());
                bare.append(piece.text());
            }
        }
        return bare.toString();
    }

    private void follow(String plain) {
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            if (letter == '"') {
                isQuoted = !isQuoted;
            } else if (letter == '\\' && isQuoted) {
                i++;
            }
        }
    }
}
