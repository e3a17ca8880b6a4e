package io.eicbridge.directory;

/**
 * What a run changed in what is published.
 *
 * @param added memberships that the run began
 * @param ended memberships that the run ended
 * @param unchanged memberships that it found as they were
 * @param seen memberships that the run saw for the first time: the sum over all pages counts each one once
 * @param listed memberships that the run found for the first time among the members of their entitlement, whether or not their
 *     accounts have told them before: the sum over all pages counts each one once
 * @param doubted those of them that were not believed
 */
public record MembershipChange(int added, int ended, int unchanged, int seen, int listed, int doubted) {
    public static final MembershipChange NONE = new MembershipChange(0, 0, 0, 0, 0, 0);

    /** Both together. */
    public MembershipChange plus(MembershipChange other) {
        return new MembershipChange(
                added + other.added,
                ended + other.ended,
                unchanged + other.unchanged,
                seen + other.seen,
                listed + other.listed,
                doubted + other.doubted);
    }
}
