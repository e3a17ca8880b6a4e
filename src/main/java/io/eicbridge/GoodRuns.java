package io.eicbridge;

import io.eicbridge.directory.Publications;
import io.eicbridge.store.Store;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** When the last complete run of each endpoint was published, as the directory knows; empty where there was none. */
record GoodRuns(Store store, Set<String> endpoints) implements Supplier<Map<String, Optional<Instant>>> {
    private static final Publications PUBLICATIONS = new Publications();

    @Override
    public Map<String, Optional<Instant>> get() {
        return store.read(handle -> endpoints.stream()
                .collect(Collectors.toMap(
                        endpoint -> endpoint, endpoint -> PUBLICATIONS.completedAt(handle, endpoint))));
    }
}
