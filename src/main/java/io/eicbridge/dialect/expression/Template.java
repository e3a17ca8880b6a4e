package io.eicbridge.dialect.expression;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A text with <code>${…}</code> in it; one that is nothing else keeps the type of its value. */
public final class Template {
    private final Place start;
    private final List<Piece> pieces;

    private Template(Place start, List<Piece> pieces) {
        this.start = start;
        this.pieces = pieces;
    }

    /**
     * Reads a text and all its expressions.
     *
     * @param origin told in faults, for instance a file and a JSON pointer
     * @throws ExpressionFault with the place, within the whole text, of what is refused
     */
    public static Template parse(String text, String origin) {
        Place start = new Place(origin, 1, 1);
        List<Piece> pieces =
                Placeholders.find(text, start).stream().map(Piece::of).toList();
        return new Template(start, pieces);
    }

    /** The names that its expressions read. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        pieces.stream()
                .filter(Piece::isCode)
                .forEach(piece -> names.addAll(piece.code().names()));
        return names;
    }

    /** What the text is made of, in its order, for who puts the values in by rules of its own. */
    public List<Piece> pieces() {
        return pieces;
    }

    /**
     * The value of its only expression, or else the text with all values put in, null as {@code null}, as Groovy does.
     *
     * @throws ExpressionFault as the expressions do
     */
    public Object evaluate(Bindings bindings) {
        if (pieces.size() == 1) {
            return pieces.get(0).value(bindings);
        }
        try {
            return text(bindings);
        } catch (Refusal tooLarge) {
            throw start.fault(tooLarge.getMessage());
        }
    }

    private String text(Bindings bindings) {
        Building text = new Building(new Evaluation(bindings, new Patterns()));
        for (Piece piece : pieces) {
            text.add(piece.value(bindings));
        }
        return text.toString();
    }
}
