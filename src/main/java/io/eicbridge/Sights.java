package io.eicbridge;

import io.eicbridge.directory.Publications;
import io.eicbridge.flow.watch.EndpointSight;
import io.eicbridge.importing.RefusedRecords;
import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.Runs;
import io.eicbridge.store.Store;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What an operator has to know of each endpoint, as directory and journal tell it. */
record Sights(Store store, Set<String> endpoints, Runs runs, DeadLetters deadLetters)
        implements Supplier<List<EndpointSight>> {
    private static final Publications PUBLICATIONS = new Publications();

    @Override
    public List<EndpointSight> get() {
        return store.read(handle -> endpoints.stream()
                .map(endpoint -> new EndpointSight(
                        endpoint,
                        PUBLICATIONS.completedAt(handle, endpoint),
                        runs.held(handle, endpoint),
                        deadLetters.countOpen(handle, endpoint, RefusedRecords.KIND)))
                .toList());
    }
}
