package io.eicbridge.dialect.provisioning;

import io.eicbridge.dialect.expression.Bindings;
import io.eicbridge.dialect.expression.Piece;
import java.util.List;

/** A url whose values are encoded according to where each stands. */
record UrlTemplate(Filling filling, List<UrlPlace> places) {
    static UrlTemplate of(Filling filling) {
        return new UrlTemplate(filling, UrlPlace.of(filling.template().pieces()));
    }

    String render(Bindings bindings) {
        StringBuilder url = new StringBuilder();
        List<Piece> pieces = filling.template().pieces();
        for (int i = 0; i < pieces.size(); i++) {
            url.append(part(pieces.get(i), places.get(i), bindings));
        }
        return url.toString().strip().replace(" ", "%20");
    }

    private String part(Piece piece, UrlPlace place, Bindings bindings) {
        if (!piece.isCode()) {
            return piece.text();
        }
        String value = filling.scalar(piece, bindings);
        if (!place.takes(value)) {
            throw filling.rejected("${" + piece.text() + "} has a value that cannot stand " + place.words());
        }
        return place.encode(value);
    }
}
