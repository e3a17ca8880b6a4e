package io.eicbridge.provisioning.contacts;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Ids;

/** Finds the teammate who is to own a contact, where the owner is given by e-mail: Intercom takes an id alone. */
public final class ContactOwner {
    private static final String FIELD = "owner_id";

    /** Asks for the teammates, null where that is not needed. */
    public Call ask(WantedContact wanted) {
        return owner(wanted).contains("@")
                ? RequestCalls.of(wanted.sent().request(), Call.get("/admins"), wanted.id())
                : null;
    }

    /** What is wanted with the owner's id; Rejected where no teammate has the address. */
    public WantedContact resolved(WantedContact wanted, Answer answer) {
        for (JsonNode admin : answer.body().path("admins")) {
            if (admin.path("email").asText("").equalsIgnoreCase(owner(wanted))) {
                return wanted.with(wanted.fields().deepCopy().put(FIELD, Ids.text(admin.path("id"))));
            }
        }
        throw new Rejected(
                "Nothing was done: no teammate of the workspace has the e-mail address that is given as owner."
                        + " Give the id or address of a teammate. "
                        + wanted.sent().request().context());
    }

    private static String owner(WantedContact wanted) {
        return wanted.fields().path(FIELD).asText("").strip();
    }
}
