package io.eicbridge.sandbox.search;

/** The values of the sort attribute that can match at all, {@code from} inclusive, {@code to} exclusive; exact where all of them do. */
public record Span(long from, long to, boolean exact) {
    /** Before every value, also where a contact has none. */
    public static final long FIRST = Long.MIN_VALUE;

    /** After every value. */
    public static final long LAST = Long.MAX_VALUE;

    static Span everything(boolean exact) {
        return new Span(FIRST, LAST, exact);
    }

    Span and(Span other) {
        return new Span(Math.max(from, other.from), Math.min(to, other.to), exact && other.exact);
    }

    Span or(Span other) {
        boolean touching = from <= other.to && other.from <= to;
        return new Span(Math.min(from, other.from), Math.max(to, other.to), exact && other.exact && touching);
    }
}
