package io.eicbridge;

import java.time.Duration;

/**
 * Where the bridge listens, and who may call it.
 *
 * @param apiToken what callers present; {@code previousApiToken} is valid beside it during a rotation
 * @param runAgeLimit from which age of the last complete run the overall health is down
 * @param publicUrl how EIC reaches the bridge, empty to follow the Host header
 */
record BridgeSettings(
        String host,
        int port,
        String managementHost,
        int managementPort,
        String apiToken,
        String previousApiToken,
        String publicUrl,
        int maxPagesize,
        int maxBody,
        boolean allowPlainHttp,
        Duration runAgeLimit) {

    /** Without the tokens, which never reach a log. */
    @Override
    public String toString() {
        return "BridgeSettings[" + host + ":" + port + "]";
    }
}
