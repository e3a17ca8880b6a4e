package io.eicbridge.importing;

import java.util.Arrays;

/** A set of ids that keeps eight bytes of each, so that a million of them fit into a small heap; ids of one hash count as one. */
final class HashedIds {
    private static final int SMALLEST = 16;
    private static final long PRIME = 1099511628211L;
    private long[] table = new long[SMALLEST];
    private int size;

    /** Adds an id; false where it was there. */
    synchronized boolean add(String id) {
        long hash = hash(id);
        int place = place(table, hash);
        if (table[place] == hash) {
            return false;
        }
        table[place] = hash;
        if (++size * 2 > table.length) {
            grow();
        }
        return true;
    }

    synchronized boolean has(String id) {
        long hash = hash(id);
        return table[place(table, hash)] == hash;
    }

    synchronized int size() {
        return size;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        Arrays.stream(table).filter(hash -> hash != 0).forEach(hash -> larger[place(larger, hash)] = hash);
        table = larger;
    }

    /** Where the hash is, or would be: the first place from its own on that holds it or nothing. */
    private static int place(long[] table, long hash) {
        int place = (int) (hash ^ hash >>> 32) & table.length - 1;
        while (table[place] != 0 && table[place] != hash) {
            place = place + 1 & table.length - 1;
        }
        return place;
    }

    private static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * PRIME;
        }
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}
