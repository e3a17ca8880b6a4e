package io.eicbridge.provisioning.contacts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.intercom.Answer;

/**
 * How a request wants a contact to be.
 *
 * @param id the contact's id, null where it has none yet
 * @param sent the call of the connection parameter, with all values put in
 * @param fields the values that Intercom is to be given
 */
public record WantedContact(String id, Sent sent, ObjectNode fields) {
    String externalId() {
        return text("external_id");
    }

    String email() {
        return text("email");
    }

    /** Intercom makes users unless it is told otherwise. */
    boolean lead() {
        return text("role").equals("lead");
    }

    /** Whether Intercom itself refuses a second contact like this one; leads may share an address. */
    boolean unique() {
        return !externalId().isEmpty() || !lead();
    }

    /** Whether a contact is the one that is wanted, so that it may be taken over. */
    boolean mayBe(Contact contact) {
        return externalId().isEmpty()
                || contact.externalId().isEmpty()
                || contact.externalId().equals(externalId());
    }

    /** Whether the parameter counts the answer as a success; Rejected otherwise. */
    void judge(Answer answer) {
        sent.judge(answer);
    }

    private String text(String field) {
        return fields.path(field).isNull() ? "" : fields.path(field).asText("").strip();
    }

    WantedContact with(ObjectNode other) {
        return new WantedContact(id, sent, other);
    }

    /** Without the values, which are personal. */
    @Override
    public String toString() {
        return "WantedContact[" + id + "]";
    }
}
