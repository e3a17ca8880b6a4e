package io.eicbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.connector.Parameters;
import io.eicbridge.connector.provisioning.LetterFilters;
import io.eicbridge.connector.provisioning.Told;
import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.DeadLetter;
import io.eicbridge.journal.DeadLetterQuery;
import io.eicbridge.journal.DeadLetterState;
import io.eicbridge.journal.DeadLetters;
import io.eicbridge.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what commands ask and decide about dead letters, of requests and of records that could not be mapped. */
public final class LettersDesk {
    private static final Logger LOG = LoggerFactory.getLogger(LettersDesk.class);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int ALL = 1_000_000;
    private static final String OF_REQUEST = "request";
    private final Store store;
    private final Set<String> endpoints;
    private final DeadLetters letters;
    private final LongFunction<Optional<ObjectNode>> request;
    private final Map<String, Deciders.Decider> acts;
    private final Deciders deciders;

    /** {@code request} shows a request that is still kept, {@code acts} are what can be done to one. */
    LettersDesk(
            Store store,
            Set<String> endpoints,
            DeadLetters letters,
            LongFunction<Optional<ObjectNode>> request,
            Map<String, Deciders.Decider> acts) {
        this.store = store;
        this.endpoints = endpoints;
        this.letters = letters;
        this.request = request;
        this.acts = acts;
        this.deciders = new Deciders(Map.of("replay", this::replay, "discard", this::discard));
    }

    /** The open ones, the newest first. */
    public ObjectNode list(String query) {
        List<DeadLetter> found =
                found(LetterFilters.read(Parameters.read(query, LetterFilters.NAMES)::text, endpoints));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("deadLetters");
        found.forEach(letter -> list.add(told(letter)));
        return answer.put("total", found.size());
    }

    private List<DeadLetter> found(DeadLetterQuery query) {
        return store.read(handle -> letters.list(handle, query));
    }

    /** One with what it keeps, and with its {@code request} where it is about one; Rejected where there is none. */
    public ObjectNode show(String id) {
        DeadLetter letter = letter(Numbers.read(id));
        ObjectNode answer = told(letter);
        if (OF_REQUEST.equals(letter.kind())) {
            request.apply(Long.parseLong(letter.subject())).ifPresent(about -> answer.set("request", about));
        }
        return answer.put("payload", letter.payload());
    }

    /** Replays or discards those that {@code {"ids"}} or {@code {"filter"}} mean, of which only open ones can be. */
    public ObjectNode decide(String action, String body) {
        return deciders.decide(action, body, this::meant);
    }

    private List<Long> meant(JsonNode filter) {
        DeadLetterQuery query = LetterFilters.read(Told.in(filter, LetterFilters.NAMES), endpoints);
        return found(query.upTo(ALL)).stream().map(DeadLetter::id).sorted().toList();
    }

    private void replay(long id, String who, String why) {
        DeadLetter letter = open(id);
        if (!OF_REQUEST.equals(letter.kind())) {
            throw refused(
                    CONFLICT,
                    "Dead letter " + id
                            + " is a record of an import, which every import reads anew: mend the record or the"
                            + " mapping and import again, one contact by \"eic-bridge import contacts --one ID\".");
        }
        acts.get("replay").decide(Long.parseLong(letter.subject()), who, why);
    }

    private void discard(long id, String who, String why) {
        DeadLetter letter = open(id);
        if (OF_REQUEST.equals(letter.kind())) {
            acts.get("discard").decide(Long.parseLong(letter.subject()), who, why);
            return;
        }
        store.inTransaction(handle -> letters.close(handle, id, DeadLetterState.DISCARDED));
        LOG.info("Dead letter {} of {} was discarded by {}: {}", id, letter.endpoint(), who, why);
    }

    private DeadLetter open(long id) {
        return Optional.of(letter(id))
                .filter(letter -> letter.state() == DeadLetterState.OPEN)
                .orElseThrow(() -> refused(CONFLICT, "Dead letter " + id + " is not open any more."));
    }

    private DeadLetter letter(long id) {
        return store.read(handle -> letters.show(handle, id))
                .orElseThrow(() -> refused(
                        NOT_FOUND, "There is no dead letter " + id + "; see \"eic-bridge dead-letters list\"."));
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

    private static Rejected refused(int status, String message) {
        return new Rejected(message, status, "", null);
    }
}
