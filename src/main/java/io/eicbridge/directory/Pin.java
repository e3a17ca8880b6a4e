package io.eicbridge.directory;

import java.util.Set;

/** One published state of an endpoint: what a reader sees from its first page to its last. */
public final class Pin {
    private final String endpoint;
    private final int endpointNo;
    private final long run;
    private final long publication;
    private final long accounts;
    private final Set<Long> hidden;
    private final Numbering numbering;

    Pin(
            String endpoint,
            int endpointNo,
            long run,
            long publication,
            long accounts,
            Set<Long> hidden,
            Numbering numbering) {
        this.endpoint = endpoint;
        this.endpointNo = endpointNo;
        this.run = run;
        this.publication = publication;
        this.accounts = accounts;
        this.hidden = Set.copyOf(hidden);
        this.numbering = numbering;
    }

    /** Whose state it is. */
    public String endpoint() {
        return endpoint;
    }

    /** The run whose end published it. */
    public long run() {
        return run;
    }

    /** Counts the endpoint's publications from 1. */
    public long publication() {
        return publication;
    }

    /** How many accounts are visible: their numbers are 1 to this. */
    public long accounts() {
        return accounts;
    }

    /** Runs whose new and ended memberships are not visible here. */
    public Set<Long> hidden() {
        return hidden;
    }

    int endpointNo() {
        return endpointNo;
    }

    Numbering numbering() {
        return numbering;
    }

    boolean shows(Membership membership) {
        return !hidden.contains(membership.fromRun())
                && (membership.toRun() == null || hidden.contains(membership.toRun()))
                && numbering.number(PackedKey.of(endpointNo, PackedKey.accountPlace(membership.key()))) > 0;
    }
}
