package io.eicbridge.directory;

import java.util.Arrays;

/** A record that has its key and its name, ready to be stored. */
record NamedAccount(long key, AccountRecord record, String name) {
    boolean sameContent(KnownAccount known) {
        return known.status() == record.status()
                && name.equals(known.name())
                && Arrays.equals(record.hash(), known.hash());
    }

    boolean sameUse(KnownAccount known) {
        return Arrays.equals(record.volatileHash(), known.volatileHash());
    }
}
