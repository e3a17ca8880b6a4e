package io.eicbridge.dialect.provisioning;

import io.eicbridge.dialect.expression.Bindings;
import io.eicbridge.dialect.expression.ExpressionFault;
import io.eicbridge.dialect.expression.Piece;
import io.eicbridge.dialect.expression.Template;
import io.eicbridge.failure.Rejected;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A text of a parameter whose expressions are replaced by values; what cannot be filled rejects the request by name. */
record Filling(Template template, String place) {
    private static final Pattern PLAIN_PATH =
            Pattern.compile("\\s*[A-Za-z_]\\w*(\\.([A-Za-z_]\\w*|'[^']*')|\\[\\d+])*\\s*");

    /** Whether it is one expression and nothing else. */
    boolean isOneExpression() {
        return template.pieces().size() == 1 && template.pieces().get(0).isCode();
    }

    /** The value of its only expression, null where that has none although its path is not plain. */
    Object value(Bindings bindings) {
        return value(template.pieces().get(0), bindings);
    }

    /** The text with every value put in as the encoder leaves it. */
    String text(Bindings bindings, UnaryOperator<String> encoder) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : template.pieces()) {
            text.append(piece.isCode() ? encoder.apply(scalar(piece, bindings)) : piece.text());
        }
        return text.toString();
    }

    /** A value as text; lists and objects have no place inside a text. */
    String scalar(Piece piece, Bindings bindings) {
        Object value = value(piece, bindings);
        if (value == null) {
            throw rejected(
                    "${" + piece.text() + "} has no value. Write what stands there instead, for instance with ?:");
        }
        return inText(value);
    }

    /** A value inside a text. */
    String inText(Object value) {
        if (value instanceof Map || value instanceof Collection) {
            throw rejected("a list or an object is to be put into a text, which cannot hold it");
        }
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    Rejected rejected(String reason) {
        return new Rejected(place + ": " + reason);
    }

    private Object value(Piece piece, Bindings bindings) {
        boolean isPlain = PLAIN_PATH.matcher(piece.text()).matches();
        try {
            Object value = piece.value(bindings);
            if (value == null && isPlain) {
                throw missing(piece);
            }
            return whole(value);
        } catch (ExpressionFault failed) {
            throw isPlain ? missing(piece) : rejected("${" + piece.text() + "} " + failed.reason());
        }
    }

    private Object whole(Object value) {
        if (value != null && !Encoding.isWhole(String.valueOf(value))) {
            throw rejected("a value holds half of a character, which cannot be sent");
        }
        return value;
    }

    private Rejected missing(Piece piece) {
        return rejected("needs " + piece.text().strip()
                + ", of which the request has no value. Supply it, or let the parameter say what stands there without it,"
                + " for instance with ?:");
    }
}
