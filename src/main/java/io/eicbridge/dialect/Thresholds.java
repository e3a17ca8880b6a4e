package io.eicbridge.dialect;

import java.util.Map;

/** The limits of one endpoint, by what they count and, below accounts, by entitlement type; every type has an entry in every map. */
public record Thresholds(
        Limit accountRemovals,
        Limit accountCreations,
        Map<String, Limit> entitlementRemovals,
        Map<String, Limit> entitlementCreations,
        Map<String, Limit> membershipRemovals,
        Map<String, Limit> membershipCreations) {}
