package io.eicbridge.directory;

/** An entitlement type's number, and how many entitlements were ever created of it. */
record TypeRow(int no, long entitlements) {
    long entitlement(long place) {
        return PackedKey.of(no, place);
    }
}
