package io.eicbridge.directory;

import java.util.Map;

/**
 * What storing one page of entitlements did; a placeholder that was filled counts as created.
 *
 * @param keys entitlement id to key, of the whole page
 */
public record StoredEntitlements(int created, int changed, int unchanged, Map<String, Long> keys) {}
