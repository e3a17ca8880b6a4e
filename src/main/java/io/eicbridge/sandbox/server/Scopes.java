package io.eicbridge.sandbox.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The permissions that the token lacks; it has all others. */
public final class Scopes {
    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    /** Takes a permission such as {@code read_admins} away. */
    public void revoke(String scope) {
        missing.add(scope);
    }

    /** Gives every permission back. */
    public void restore() {
        missing.clear();
    }

    boolean lacks(String scope) {
        return missing.contains(scope);
    }
}
