package io.eicbridge.directory;

/** An endpoint's number, and how many accounts were ever created there. */
record EndpointRow(int no, long accounts) {
    long account(long place) {
        return PackedKey.of(no, place);
    }
}
