package io.eicbridge.dialect.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;

/** One run of an expression: what its names mean, and how much work it may still do. */
final class Evaluation {
    /** Far beyond what any real expression needs, and done within a few milliseconds. */
    private static final int STEPS = 10_000;

    private static final int CHARACTERS = 1_000_000;
    private static final int PATTERN_READS = 1_000_000;
    private final Bindings bindings;
    private final Patterns patterns;
    private int steps = STEPS;
    private int characters = CHARACTERS;
    private int patternReads = PATTERN_READS;

    private final Map<Local, Object> locals = new HashMap<>();
    private boolean isEnding;

    Evaluation(Bindings bindings, Patterns patterns) {
        this.bindings = bindings;
        this.patterns = patterns;
    }

    Matcher matcher(String pattern, String text) {
        return patterns.matcher(pattern, text, this);
    }

    Object binding(String name) {
        return bindings.value(name);
    }

    Object get(Local local) {
        return locals.get(local);
    }

    Object set(Local local, Object value) {
        locals.put(local, value);
        return value;
    }

    /** Leaves the closure or the whole expression with this value. */
    Object end(Object value) {
        isEnding = true;
        return value;
    }

    boolean isEnding() {
        return isEnding;
    }

    /** Runs the body of a closure, which {@code return} leaves, and nothing around it. */
    Object inside(Supplier<Object> body) {
        Object value = body.get();
        isEnding = false;
        return value;
    }

    /** Asks for the work that a comparison with a value takes; a list in a list in a list is longer than it looks. */
    void weigh(Object value, long times) {
        grow(times);
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(member -> weigh(member, times));
        }
        if (value instanceof Iterable<?> list) {
            list.forEach(element -> weigh(element, times));
        }
    }

    void step() {
        if (--steps < 0) {
            throw new Refusal("takes more than " + STEPS + " steps");
        }
    }

    /** Asks for so many new characters or elements, before they are made. */
    void grow(long size) {
        if (size > characters) {
            throw new Refusal("makes texts and lists of more than " + CHARACTERS + " characters");
        }
        characters -= (int) size;
    }

    void readForPattern() {
        if (--patternReads < 0) {
            throw new Refusal("searches too long for a pattern. Make the pattern simpler");
        }
    }
}
