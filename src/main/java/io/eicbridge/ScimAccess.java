package io.eicbridge;

import io.eicbridge.intercom.ScimSettings;

/** What the route of SCIM calls reads: the address and the secret of the SCIM server, and never those of Intercom's API. */
public record ScimAccess(ScimSettings settings) {

    /** The base URL. */
    public String url() {
        return settings.url().toString();
    }

    /** The token, for the header alone. */
    public String secret() {
        return settings.token().value();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "ScimAccess[" + url() + "]";
    }
}
