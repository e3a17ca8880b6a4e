package io.eicbridge.dialect.expression;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Whole numbers one after another, upwards or downwards; as an index, a stretch of a list or text. */
final class Range extends AbstractList<Object> {
    private static final int LONGEST = 10_000;
    private final int from;
    private final int to;
    private final boolean isOpen;
    private final int size;

    private Range(int from, int to, boolean isOpen, int size) {
        this.from = from;
        this.to = to;
        this.isOpen = isOpen;
        this.size = size;
    }

    /** Whether both ends belong to it, or only the first. */
    static Range of(Object from, Object to, boolean isOpen) {
        if (!(from instanceof Integer first && to instanceof Integer last)) {
            throw new Refusal(
                    "a range goes from whole number to whole number, found " + Kind.of(from) + " and " + Kind.of(to));
        }
        long size = Math.abs((long) last - first) + (isOpen ? 0 : 1);
        if (size > LONGEST) {
            throw new Refusal("has a range of more than " + LONGEST + " numbers");
        }
        return new Range(first, last, isOpen, (int) size);
    }

    @Override
    public Object get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException();
        }
        return to < from ? from - index : from + index;
    }

    @Override
    public int size() {
        return size;
    }

    /** The letters that it stands for, backwards where it goes downwards. */
    String of(String text) {
        Stretch stretch = stretch(text.length());
        String part = text.substring(stretch.start, stretch.end);
        return stretch.isBackwards ? new StringBuilder(part).reverse().toString() : part;
    }

    List<Object> of(List<?> list, Evaluation run) {
        Stretch stretch = stretch(list.size());
        run.grow(stretch.end - (long) stretch.start);
        List<Object> part = new ArrayList<>(list.subList(stretch.start, stretch.end));
        if (stretch.isBackwards) {
            Collections.reverse(part);
        }
        return part;
    }

    /** Ends below zero count from the end of what it is an index into. */
    private Stretch stretch(int length) {
        int first = from < 0 ? from + length : from;
        int last = to < 0 ? to + length : to;
        return first > last
                ? checked(new Stretch(isOpen ? last + 1 : last, first + 1, true), length)
                : checked(new Stretch(first, isOpen ? last : last + 1, false), length);
    }

    private static Stretch checked(Stretch stretch, int length) {
        if (stretch.start < 0 || stretch.end > length || stretch.start > stretch.end) {
            throw new IndexOutOfBoundsException();
        }
        return stretch;
    }

    private record Stretch(int start, int end, boolean isBackwards) {}
}
