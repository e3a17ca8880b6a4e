package io.eicbridge.dialect.provisioning;

import io.eicbridge.dialect.expression.Piece;
import java.util.ArrayList;
import java.util.List;

/** Where in a url a value stands. */
enum UrlPlace {
    /** At the very beginning: the address of a system, or a whole url that an answer gave. */
    BASE("at the beginning of a url", "\\S+"),
    HOST("as the name of a host", "[A-Za-z0-9.:-]+"),
    PATH("as a part of a path, because it is empty or . or ..", "(?s)(?!\\.{1,2}$).+"),
    QUERY("in a query", "(?s).*");

    private final String words;
    private final String pattern;

    UrlPlace(String words, String pattern) {
        this.words = words;
        this.pattern = pattern;
    }

    /** The place of each piece; that of plain text is where it ends. */
    static List<UrlPlace> of(List<Piece> pieces) {
        List<UrlPlace> places = new ArrayList<>();
        UrlPlace at = BASE;
        for (Piece piece : pieces) {
            at = piece.isCode() ? at : at.after(piece.text().strip());
            places.add(at);
            at = piece.isCode() && at == BASE ? HOST : at;
        }
        return places;
    }

    boolean takes(String value) {
        return value.matches(pattern);
    }

    String encode(String value) {
        return this == PATH || this == QUERY ? Encoding.percent(value) : value;
    }

    /** The place in words for a message. */
    String words() {
        return words;
    }

    private UrlPlace after(String text) {
        if (this == QUERY || text.contains("?")) {
            return QUERY;
        }
        int scheme = text.indexOf("://");
        String rest = scheme < 0 ? text : text.substring(scheme + 3);
        if (this == PATH || rest.contains("/")) {
            return PATH;
        }
        return text.isEmpty() ? this : HOST;
    }
}
