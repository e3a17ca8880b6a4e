package io.eicbridge.directory;

/**
 * Keys that carry their order. An account's key is its endpoint's number and its place of creation there; an entitlement's the
 * number of its type and its place; a membership's the type's number, the account's place and the entitlement's place.
 */
final class PackedKey {
    /** Accounts of an endpoint, and entitlements of a type: up to 268 million. */
    static final int PLACE_BITS = 28;

    static final long PLACES = (1L << PLACE_BITS) - 1;
    /** Endpoints, and types of all endpoints together: seven bits keep the packed key positive. */
    static final int NUMBERS = 127;

    private PackedKey() {}

    /** The key of a place; {@code number} is the endpoint's for an account, the type's for an entitlement. */
    static long of(int number, long place) {
        if (place > PLACES) {
            throw new IllegalStateException("more than " + PLACES + " rows of one kind cannot be kept");
        }
        return (long) number << PLACE_BITS | place;
    }

    static long place(long key) {
        return key & PLACES;
    }

    static int number(long key) {
        return (int) (key >>> PLACE_BITS);
    }

    static long membership(long account, long entitlement) {
        return firstMembership(number(entitlement), place(account)) | place(entitlement);
    }

    /** Below every membership of that type that the account can have. */
    static long firstMembership(int typeNo, long accountPlace) {
        return ((long) typeNo << PLACE_BITS | accountPlace) << PLACE_BITS;
    }

    /** The last membership of that type that the account can have. */
    static long lastMembership(int typeNo, long accountPlace) {
        return firstMembership(typeNo, accountPlace) | PLACES;
    }

    static long accountPlace(long membership) {
        return membership >>> PLACE_BITS & PLACES;
    }

    static long entitlement(long membership) {
        return of((int) (membership >>> 2 * PLACE_BITS), membership & PLACES);
    }
}
