package io.eicbridge.directory;

import org.jdbi.v3.core.Handle;

/** Keys of new rows, taken from a sequence in blocks, so that a page asks the database for none. */
final class Keys {
    /** The increment of the sequences in the schema. */
    private static final long BLOCK = 1000;

    private final String next;
    private long at;
    private long end;

    Keys(String sequence) {
        this.next = "select nextval('" + sequence + "')";
    }

    synchronized long next(Handle handle) {
        if (at == end) {
            at = handle.createQuery(next).mapTo(Long.class).one();
            end = at + BLOCK;
        }
        return at++;
    }
}
