package io.eicbridge.directory;

import java.util.Arrays;

/** A record that has its key and its name, ready to be stored. */
record NamedAccount(long key, AccountRecord record, String name, byte[] hash, byte[] volatileHash) {
    static NamedAccount of(long key, AccountRecord record, String name) {
        byte[] hash = ContentHash.of(record.id(), name, record.attributes());
        return new NamedAccount(key, record, name, hash, ContentHash.of(record.volatileAttributes()));
    }

    boolean sameContent(KnownAccount known) {
        return known.active() && Arrays.equals(hash, known.hash());
    }

    boolean sameUse(KnownAccount known) {
        return Arrays.equals(volatileHash, known.volatileHash());
    }
}
