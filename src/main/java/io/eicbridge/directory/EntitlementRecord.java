package io.eicbridge.directory;

import java.util.SortedMap;

/** One entitlement as an import read it: Intercom's id, its name there, and EIC attribute to value. */
public record EntitlementRecord(String id, String name, SortedMap<String, String> attributes) {
    public EntitlementRecord {
        name = AccountRecord.storable(name);
    }
}
