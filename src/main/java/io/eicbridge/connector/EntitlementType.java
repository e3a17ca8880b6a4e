package io.eicbridge.connector;

import java.util.List;

/**
 * One type of entitlement: EIC's name, its mapped attributes, and the last parts of the paths that list it and its
 * memberships (the bridge's own name first, then the contract's).
 *
 * @param listed whether its values are imported
 * @param linked whether its memberships are
 */
public record EntitlementType(
        String name,
        List<String> columns,
        List<String> lists,
        List<String> memberships,
        boolean listed,
        boolean linked) {
    private static final String SUFFIX = "_memberships";

    /** The words that name the type where access is given and taken, the bridge's own first, then the contract's. */
    public List<String> words() {
        return memberships.stream()
                .map(list -> list.substring(0, list.length() - SUFFIX.length()))
                .toList();
    }
}
