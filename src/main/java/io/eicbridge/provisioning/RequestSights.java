package io.eicbridge.provisioning;

import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.request.RequestCounts;
import io.eicbridge.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How the requests of each endpoint do, at one look. */
public final class RequestSights {
    private final Store store;
    private final Set<String> endpoints;
    private final DeadLetters letters;
    private final RequestCounts counts = new RequestCounts();

    RequestSights(Store store, Set<String> endpoints, DeadLetters letters) {
        this.store = store;
        this.endpoints = new TreeSet<>(endpoints);
        this.letters = letters;
    }

    /**
     * The requests of one endpoint.
     *
     * @param open how many stand in each open state, by its word
     * @param oldest since when the longest waiting one has been open, but for those that wait for their caller or a person
     * @param dead how many failed for good and wait in the dead letters
     */
    public record Sight(String endpoint, Map<String, Long> open, Optional<Instant> oldest, long dead) {}

    /** One for each endpoint. */
    public List<Sight> get() {
        return store.read(handle -> endpoints.stream()
                .map(endpoint -> new Sight(
                        endpoint,
                        counts.open(handle, endpoint),
                        counts.oldest(handle, endpoint),
                        letters.countOpen(handle, endpoint, Aftermath.KIND)))
                .toList());
    }
}
