package io.eicbridge.connector.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.eicbridge.connector.Request;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Ids;
import io.eicbridge.journal.Hints;
import io.eicbridge.journal.Notification;
import io.eicbridge.journal.Notifications;
import io.eicbridge.store.Store;
import java.io.IOException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps Intercom's notifications and what they point at; by the time of the answer they are stored. */
public final class Webhooks {
    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String DONE = "{}";
    private static final String OTHER = "other";
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_TOPIC = 100;

    private final Signature signature;
    private final Store store;
    private final Notifications notifications;
    private final Hints hints;
    private final NotificationListener listener;

    /** Keeps what bears a valid signature in this journal. */
    public Webhooks(
            Signature signature, Store store, Notifications notifications, Hints hints, NotificationListener listener) {
        this.signature = signature;
        this.store = store;
        this.notifications = notifications;
        this.hints = hints;
        this.listener = listener;
    }

    /**
     * Keeps one notification and answers an empty object; Intercom's question whether the address exists is answered without.
     *
     * @throws Rejected with 401 for another's signature, 400 for what is no notification
     */
    public String take(Request request, String signed, byte[] body) {
        return request.method().equals("HEAD") ? "" : notified(signed, body);
    }

    private String notified(String signed, byte[] body) {
        if (!signature.fits(signed, body)) {
            listener.notified(OTHER, "refused");
            throw new Rejected(
                    "X-Hub-Signature does not sign this body with the value of 'intercom.client-secret'.",
                    401,
                    "",
                    null);
        }
        JsonNode envelope = json(body);
        String name = envelope.path("topic").asText("");
        String id = Ids.text(envelope.path("id"));
        Topic topic = Topic.of(name);
        String outcome = topic == Topic.PING
                ? "ping"
                : kept(topic, name, id, envelope.path("data").path("item"));
        listener.notified(topic == Topic.OTHER ? OTHER : name, outcome);
        LOG.debug("Notification {} of topic {}: {}", id, name, outcome);
        return DONE;
    }

    private String kept(Topic topic, String name, String id, JsonNode item) {
        if (id.isEmpty() || id.length() > LONGEST_ID || name.length() > LONGEST_TOPIC) {
            throw malformed();
        }
        List<Pointer> pointers = Pointer.in(item);
        boolean first = store.inSmallTransaction(handle -> keep(handle, topic, new Named(id, name), pointers));
        if (!first) {
            return "repeated";
        }
        return topic == Topic.OTHER || topic != Topic.ADMIN && pointers.isEmpty() ? "ignored" : "taken";
    }

    /** A notification's own name and that of its topic. */
    private record Named(String id, String topic) {}

    private boolean keep(Handle handle, Topic topic, Named named, List<Pointer> pointers) {
        Pointer about = pointers.isEmpty() ? new Pointer(null, null) : pointers.get(0);
        Notification notification = new Notification(named.id(), named.topic(), about.object(), about.id());
        boolean first = notifications.keep(handle, notification);
        if (first) {
            hints.add(handle, topic.hints(pointers), named.topic());
        }
        return first;
    }

    private JsonNode json(byte[] body) {
        try {
            JsonNode envelope = MAPPER.readTree(body);
            if (envelope.isObject()) {
                return envelope;
            }
        } catch (IOException malformed) {
            LOG.debug("A signed body is no JSON");
        }
        throw malformed();
    }

    private Rejected malformed() {
        listener.notified(OTHER, "malformed");
        return new Rejected(
                "The body is no notification of Intercom: an object with \"id\" and \"topic\".", 400, "", null);
    }
}
