package io.eicbridge.connector.provisioning;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.request.Pause;
import io.eicbridge.journal.request.Pauses;
import io.eicbridge.journal.request.RequestCounts;
import io.eicbridge.store.Store;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Tells how the requests of an endpoint stand: what is open, held or paused, and what failed for good. */
public final class Standing {
    private static final String REQUEST = "request";
    private final RequestCounts counts = new RequestCounts();
    private final Pauses pauses = new Pauses();
    private final DeadLetters letters;

    /** Dead letters are counted in {@code letters}. */
    public Standing(DeadLetters letters) {
        this.letters = letters;
    }

    /**
     * {@code waiting, running, held, queued, deadLetters} (how many), {@code oldestWaiting} (a time) and {@code paused} (a list of
     * {@code capability, reason, since}), each where there is something to say.
     */
    public ObjectNode of(Handle handle, String endpoint) {
        ObjectNode standing = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, Long> state : counts.open(handle, endpoint).entrySet()) {
            standing.put(state.getKey(), state.getValue());
        }
        counts.oldest(handle, endpoint).ifPresent(since -> standing.put("oldestWaiting", since.toString()));
        long dead = letters.countOpen(handle, endpoint, REQUEST);
        if (dead > 0) {
            standing.put("deadLetters", dead);
        }
        List<Pause> paused = pauses.all(handle).stream()
                .filter(pause -> concerns(pause, endpoint))
                .toList();
        if (!paused.isEmpty()) {
            add(standing.putArray("paused"), paused);
        }
        return standing;
    }

    /** The same of several endpoints, by their names. */
    public ObjectNode of(Store store, Collection<String> endpoints) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        return store.read(handle -> {
            endpoints.forEach(endpoint -> answer.set(endpoint, of(handle, endpoint)));
            return answer;
        });
    }

    private static boolean concerns(Pause pause, String endpoint) {
        return pause.kind().equals(Pause.EVERYTHING) || pause.kind().startsWith(endpoint + "/");
    }

    private static void add(ArrayNode list, List<Pause> paused) {
        paused.forEach(pause -> list.addObject()
                .put("capability", pause.capability())
                .put("reason", pause.reason())
                .put("since", pause.since().toString()));
    }
}
