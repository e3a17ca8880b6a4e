package io.eicbridge.provisioning.contacts;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The entitlement that a request is about.
 *
 * @param id Intercom's id
 * @param bound what expressions may read of it
 */
record Entitlement(String type, String id, ObjectNode bound) {

    /** Type and id for a message. */
    @Override
    public String toString() {
        return type + " " + id;
    }
}
