package io.eicbridge;

import io.eicbridge.directory.Publications;
import io.eicbridge.store.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** When each endpoint had its last complete run, as the directory knows it. */
final class GoodRuns {
    private final Publications publications = new Publications();
    private final Store store;
    private final Collection<String> endpoints;

    GoodRuns(Store store, Collection<String> endpoints) {
        this.store = store;
        this.endpoints = endpoints;
    }

    Map<String, Optional<Instant>> known() {
        return store.read(handle -> {
            Map<String, Optional<Instant>> known = new TreeMap<>();
            endpoints.forEach(endpoint -> known.put(endpoint, publications.completeAt(handle, endpoint)));
            return known;
        });
    }
}
