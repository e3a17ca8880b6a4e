package io.eicbridge.directory;

/**
 * One membership as it is served.
 *
 * @param position where it stands in the list of its type, after which the next page begins
 */
public record MembershipView(
        long position, String accountId, String accountName, String entitlementId, String entitlementValue) {}
