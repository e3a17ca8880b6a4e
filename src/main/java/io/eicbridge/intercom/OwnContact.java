package io.eicbridge.intercom;

import com.fasterxml.jackson.databind.JsonNode;

/** The one contact that the bridge itself has in a workspace: tickets need somebody in whose name they are opened. */
public final class OwnContact {
    /** By which it is known in every workspace. */
    public static final String EXTERNAL_ID = "eic-bridge-requester";

    private OwnContact() {}

    /** Whether a contact is the bridge's own, and so nobody's account. */
    public static boolean is(JsonNode contact) {
        return EXTERNAL_ID.equals(contact.path("external_id").asText(null));
    }
}
