package io.eicbridge.provisioning.queue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.CallPath;
import io.eicbridge.intercom.Calls;
import io.eicbridge.intercom.Ids;
import io.eicbridge.intercom.OwnContact;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds or makes the one contact in whose name all queue items are opened. Intercom asks for a contact, and would make one for every
 * e-mail address that it is given.
 */
final class Requester {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int MERGED = 410;
    /** The contact that took the place of a merged one, in the answer's header. */
    private static final Pattern CANONICAL = Pattern.compile("/contacts/([A-Za-z0-9_-]+)>");

    private static final Pattern ID = Pattern.compile("\\bid=([A-Za-z0-9_-]+)");
    private final Calls calls;

    Requester(Calls calls) {
        this.calls = calls;
    }

    /** Intercom's id of the contact, or of the one that somebody has merged it into. */
    String find() {
        Answer known = calls.send(Call.get("/contacts/find_by_external_id/" + CallPath.encoded(OwnContact.EXTERNAL_ID))
                .accepting(NOT_FOUND, MERGED));
        Matcher link = CANONICAL.matcher(known.link() == null ? "" : known.link());
        if (known.status() == MERGED && link.find()) {
            return link.group(1);
        }
        return known.status() == NOT_FOUND ? made() : Ids.text(known.body().path("id"));
    }

    private String made() {
        ObjectNode contact = JsonNodeFactory.instance
                .objectNode()
                .put("role", "user")
                .put("external_id", OwnContact.EXTERNAL_ID)
                .put("name", "EIC (identity governance)");
        Answer answer =
                calls.send(Call.write("POST", "/contacts", contact).repeatable().accepting(CONFLICT));
        return answer.status() == CONFLICT
                ? archived(answer)
                : Ids.text(answer.body().path("id"));
    }

    /** Somebody has archived the contact: only the message of the conflict tells its id. */
    private String archived(Answer conflict) {
        Matcher id = ID.matcher(
                conflict.body().path("errors").path(0).path("message").asText(""));
        if (!id.find()) {
            throw new Rejected(
                    "No queue item is opened: Intercom says that a contact with the external id "
                            + OwnContact.EXTERNAL_ID
                            + " exists, and does not say which. Delete that contact in Intercom.",
                    conflict.status(),
                    "conflict",
                    conflict.requestId());
        }
        Call unarchive = Call.write("POST", "/contacts/" + CallPath.encoded(id.group(1)) + "/unarchive", null);
        calls.send(unarchive.repeatable());
        return id.group(1);
    }
}
