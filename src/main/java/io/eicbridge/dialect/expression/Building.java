package io.eicbridge.dialect.expression;

import java.util.List;
import java.util.Map;

/** Writes values as Groovy's {@code toString} does, within the limits of the run. */
final class Building {
    private final StringBuilder text = new StringBuilder();
    private final Evaluation run;
    private boolean isInspecting;

    Building(Evaluation run) {
        this.run = run;
    }

    static String text(Object value, Evaluation run) {
        if (value instanceof String || value instanceof Interpolation) {
            return value.toString();
        }
        return new Building(run).add(value).toString();
    }

    /** As Groovy's {@code inspect} writes a value: texts in quotes. */
    static String inspected(Object value, Evaluation run) {
        Building building = new Building(run);
        building.isInspecting = true;
        return building.add(value).toString();
    }

    Building add(Object value) {
        if (isInspecting && (value instanceof String || value instanceof Interpolation)) {
            String quote = value instanceof Interpolation ? "\"" : "'";
            return put(quote).put(escaped(value.toString())).put(quote);
        }
        if (value instanceof Pair pair) {
            return add(pair.key()).put("=").add(pair.value());
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        return value instanceof List<?> list ? put("[").joined(list, ", ").put("]") : put(String.valueOf(value));
    }

    Building joined(List<?> list, String separator) {
        String between = "";
        for (Object element : list) {
            put(between).add(element);
            between = separator;
        }
        return this;
    }

    Building put(String more) {
        return put(more, 0, more.length());
    }

    Building put(CharSequence more, int from, int to) {
        run.grow((long) to - from);
        text.append(more, from, to);
        return this;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("'", "\\'")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replace("\b", "\\b")
                .replace("\f", "\\f");
    }

    private Building map(Map<?, ?> map) {
        put(map.isEmpty() ? "[:" : "[");
        String between = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            put(between).add(entry.getKey()).put(":").add(entry.getValue());
            between = ", ";
        }
        return put("]");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
