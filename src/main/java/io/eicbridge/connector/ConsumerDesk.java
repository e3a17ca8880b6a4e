package io.eicbridge.connector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.directory.Consumers;
import io.eicbridge.failure.Rejected;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;

/** Shows how far consumers have read, and lets them begin anew. */
public final class ConsumerDesk {
    private static final int NOT_FOUND = 404;
    private final Store store;
    private final Clock clock;
    private final Consumers consumers = new Consumers();

    /** Consumers of the directory in this store. */
    public ConsumerDesk(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** {@code {"consumers":[{consumer, endpoint, list, state, readAt, ageSeconds, behind}]}; {@code readAt} is when a first pull began where the state is {@code begins}}. */
    public ObjectNode list() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("consumers");
        store.read(consumers::list).forEach(position -> list.addObject()
                .put("consumer", position.consumer())
                .put("endpoint", position.endpoint())
                .put("list", position.list())
                .put("state", position.state())
                .put("readAt", position.movedAt().toString())
                .put(
                        "ageSeconds",
                        Duration.between(position.movedAt(), clock.instant()).toSeconds())
                .put("behind", position.behind()));
        return answer;
    }

    /** Forgets the positions of a consumer, of one endpoint or of all where it is empty; Rejected where there are none. */
    public ObjectNode reset(String consumer, String endpoint) {
        int reset = store.inTransaction(handle -> consumers.reset(handle, consumer, endpoint));
        if (reset == 0) {
            throw new Rejected(
                    "No list was read by a consumer of this name; see \"eic-bridge consumers list\".",
                    NOT_FOUND,
                    "",
                    null);
        }
        return JsonNodeFactory.instance.objectNode().put("consumer", consumer).put("reset", reset);
    }
}
