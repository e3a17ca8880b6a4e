package io.eicbridge.importing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.DeadLetter;
import io.eicbridge.journal.DeadLetterQuery;
import io.eicbridge.journal.DeadLetterState;
import io.eicbridge.journal.DeadLetters;
import io.eicbridge.store.Store;
import java.util.List;
import java.util.Optional;

/** Shows the records that imports could not map. */
public final class Refusals {
    private static final int NOT_FOUND = 404;
    private final Store store;
    private final DeadLetters deadLetters;

    /** Shows what is kept in this journal. */
    public Refusals(Store store, DeadLetters deadLetters) {
        this.store = store;
        this.deadLetters = deadLetters;
    }

    /** The open ones, the newest first; a null endpoint lists those of all. */
    public ObjectNode list(String endpoint, int limit) {
        List<DeadLetter> found = store.read(handle -> deadLetters.list(
                handle,
                new DeadLetterQuery(
                        Optional.ofNullable(endpoint),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(DeadLetterState.OPEN),
                        limit)));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("deadLetters");
        found.forEach(letter -> list.add(told(letter)));
        return answer.put("total", found.size());
    }

    /** One with the record that it keeps; Rejected where there is none. */
    public ObjectNode show(long id) {
        DeadLetter letter = store.read(handle -> deadLetters.show(handle, id))
                .orElseThrow(() -> new Rejected(
                        "There is no dead letter " + id + "; see \"eic-bridge dead-letters list\".",
                        NOT_FOUND,
                        "",
                        null));
        return told(letter).put("payload", letter.payload());
    }

    private static ObjectNode told(DeadLetter letter) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", letter.id())
                .put("endpoint", letter.endpoint())
                .put("kind", letter.kind())
                .put("subject", letter.subject())
                .put("run", letter.run())
                .put("reason", letter.reason())
                .put("createdAt", letter.createdAt().toString())
                .put("state", letter.state().word());
    }
}
