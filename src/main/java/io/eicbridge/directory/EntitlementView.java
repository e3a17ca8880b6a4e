package io.eicbridge.directory;

/**
 * One entitlement as it is served.
 *
 * @param entitlement the directory's own key, after which the next page begins
 * @param active false once it is gone from Intercom
 * @param attributes a JSON object: EIC attribute to text
 */
public record EntitlementView(
        long entitlement, String id, String value, boolean active, String attributes, long changedRun) {}
