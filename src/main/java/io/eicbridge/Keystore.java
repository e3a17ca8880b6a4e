package io.eicbridge;

import io.eicbridge.failure.Configuration;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;

/**
 * The key and certificate with which the bridge's API is served over TLS.
 *
 * @param file a PKCS12 or JKS file
 */
record Keystore(Path file, String password) {

    /** Opens the file: a Configuration failure where it is missing, has another password, or holds no key. */
    KeyStore open() {
        try {
            KeyStore store = KeyStore.getInstance(file.toFile(), password.toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    return store;
                }
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw refused("cannot be opened (" + e.getMessage()
                    + "); give a readable PKCS12 file, and its password as BRIDGE_TLS_KEYSTORE_PASSWORD.");
        }
        throw refused("holds no private key; give one that has key and certificate chain.");
    }

    private Configuration refused(String why) {
        return new Configuration("The keystore \"" + file + "\" of \"bridge.tls-keystore\" " + why);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Keystore[" + file + "]";
    }
}
