package io.eicbridge.journal;

/** Rows read, and what became of them. */
public record Counts(long read, long created, long changed, long unchanged, long rejected) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** Both together. */
    public Counts plus(Counts other) {
        return new Counts(
                read + other.read,
                created + other.created,
                changed + other.changed,
                unchanged + other.unchanged,
                rejected + other.rejected);
    }
}
