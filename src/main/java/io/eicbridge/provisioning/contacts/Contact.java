package io.eicbridge.provisioning.contacts;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.intercom.Ids;

/** A contact as Intercom has just told it. */
public record Contact(JsonNode json) {
    String id() {
        return Ids.text(json.path("id"));
    }

    /** Empty where it has none. */
    String externalId() {
        return json.path("external_id").asText("").strip();
    }

    String email() {
        return json.path("email").asText("");
    }

    boolean isLead() {
        return json.path("role").asText("").equals("lead");
    }

    /** Without the values, which are personal. */
    @Override
    public String toString() {
        return "Contact[" + id() + "]";
    }
}
