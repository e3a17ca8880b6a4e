package io.eicbridge.dialect.expression;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A text with <code>${…}</code> in it; one that is nothing else keeps the type of its value. */
public final class Template {
    private final Place start;
    private final List<Object> parts;

    private Template(Place start, List<Object> parts) {
        this.start = start;
        this.parts = parts;
    }

    /**
     * Reads a text and all its expressions.
     *
     * @param origin told in faults, for instance a file and a JSON pointer
     * @throws ExpressionFault with the place, within the whole text, of what is refused
     */
    public static Template parse(String text, String origin) {
        Place start = new Place(origin, 1, 1);
        List<Object> parts = Placeholders.find(text, start).stream()
                .map(part -> part.isCode() ? Expression.parse(part.text(), part.place()) : part.text())
                .map(Object.class::cast)
                .toList();
        return new Template(start, parts);
    }

    /** The names that its expressions read. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        parts.stream()
                .filter(Expression.class::isInstance)
                .map(Expression.class::cast)
                .forEach(part -> names.addAll(part.names()));
        return names;
    }

    /**
     * The value of its only expression, or else the text with all values put in, null as {@code null}, as Groovy does.
     *
     * @throws ExpressionFault as the expressions do
     */
    public Object evaluate(Bindings bindings) {
        if (parts.size() == 1) {
            return parts.get(0) instanceof Expression only ? only.evaluate(bindings) : parts.get(0);
        }
        try {
            return text(bindings);
        } catch (Refusal tooLarge) {
            throw start.fault(tooLarge.getMessage());
        }
    }

    private String text(Bindings bindings) {
        Building text = new Building(new Evaluation(bindings, new Patterns()));
        for (Object part : parts) {
            text.add(part instanceof Expression expression ? expression.evaluate(bindings) : part);
        }
        return text.toString();
    }
}
