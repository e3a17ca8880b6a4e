package io.eicbridge.dialect.expression;

import java.util.AbstractList;
import java.util.List;

/** The result of {@code split}: an array in Groovy, which unlike a list refuses an index past its end. */
final class Parts extends AbstractList<Object> {
    private final List<String> parts;

    Parts(List<String> parts) {
        this.parts = parts;
    }

    @Override
    public Object get(int index) {
        return parts.get(index);
    }

    @Override
    public int size() {
        return parts.size();
    }
}
