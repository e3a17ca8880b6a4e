package io.eicbridge.importing;

import io.eicbridge.directory.Accounts;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** What a dry run has seen, in memory because it stores nothing: it must not count twice what comes twice. */
final class DrySightings {
    private final BitSet accounts = new BitSet();
    private final Map<String, BitSet> members = new HashMap<>();
    private final HashedIds ids = new HashedIds();
    private long distinct;

    /** Whether an account comes for the first time. */
    synchronized boolean firstAccount(String id) {
        boolean first = ids.add(id);
        distinct += first ? 1 : 0;
        return first;
    }

    boolean sawAccount(String id) {
        return ids.has(id);
    }

    /** Whether anything else comes for the first time; the words begin with what it is. */
    boolean first(String words) {
        return ids.add(words);
    }

    boolean saw(String words) {
        return ids.has(words);
    }

    /** Takes note of accounts that the directory knows. */
    synchronized void known(Iterable<Long> keys) {
        keys.forEach(key -> accounts.set(Accounts.place(key)));
    }

    synchronized boolean sawKnown(long key) {
        return accounts.get(Accounts.place(key));
    }

    /** How many different accounts came. */
    synchronized long distinct() {
        return distinct;
    }

    /** Whether a known account comes for the first time among the members of a segment. */
    synchronized boolean firstMember(String segment, long account) {
        BitSet seen = members.computeIfAbsent(segment, key -> new BitSet());
        boolean first = !seen.get(Accounts.place(account));
        seen.set(Accounts.place(account));
        return first;
    }

    synchronized boolean sawMember(String segment, long account) {
        BitSet seen = members.get(segment);
        return seen != null && seen.get(Accounts.place(account));
    }
}
