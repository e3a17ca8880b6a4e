package io.eicbridge.intercom;

/** Who goes first when the rate is short: the first lane before all others, and every lane leaves more of it free than the one before. */
public enum Lane {
    PROVISIONING(0.0),
    WEBHOOK(0.4),
    INCREMENTAL(0.8),
    FULL(1.0);

    private final double partOfShare;

    Lane(double partOfShare) {
        this.partOfShare = partOfShare;
    }

    /** Calls of a window of {@code limit} calls that this lane leaves to the lanes before it; one call at least stays usable. */
    int reserve(int limit, double share) {
        int kept = (int) Math.ceil(limit * share * partOfShare);
        return Math.max(0, Math.min(kept, limit - 1));
    }
}
