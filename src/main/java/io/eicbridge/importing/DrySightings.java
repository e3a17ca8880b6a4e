package io.eicbridge.importing;

import io.eicbridge.directory.Accounts;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** What a dry run has seen, in memory because it stores nothing: known accounts by key, members by entitlement, new ones by count. */
final class DrySightings {
    private final BitSet accounts = new BitSet();
    private final Map<String, BitSet> members = new HashMap<>();
    private long created;

    synchronized void accounts(Iterable<Long> keys) {
        keys.forEach(key -> accounts.set(place(key)));
    }

    private static int place(long key) {
        return Accounts.place(key);
    }

    synchronized void created(long count) {
        created += count;
    }

    synchronized boolean sawAccount(long key) {
        return accounts.get(place(key));
    }

    synchronized long distinct() {
        return accounts.cardinality() + created;
    }

    synchronized long distinctKnown() {
        return accounts.cardinality();
    }

    synchronized void member(String segment, long account) {
        members.computeIfAbsent(segment, key -> new BitSet()).set(place(account));
    }

    synchronized boolean sawMember(String segment, long account) {
        BitSet seen = members.get(segment);
        return seen != null && seen.get(place(account));
    }
}
