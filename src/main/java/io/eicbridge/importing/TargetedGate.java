package io.eicbridge.importing;

import io.eicbridge.directory.Endpoints;
import io.eicbridge.directory.Publications;
import io.eicbridge.store.Store;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Decides whether targeted runs may begin: only once a full import of what the settings cover was complete, because one account published
 * alone would stand for all, and one that left a changed scope would seem gone.
 */
public final class TargetedGate {
    private final Store store;
    private final Publications publications;
    private final Endpoints endpoints;

    /** Decides by these parts of the directory. */
    public TargetedGate(Store store, Publications publications, Endpoints endpoints) {
        this.store = store;
        this.publications = publications;
        this.endpoints = endpoints;
    }

    /** Why no targeted run may begin; empty where one may. */
    Optional<String> obstacle(EndpointImport endpoint) {
        return store.read(handle -> obstacle(handle, endpoint));
    }

    private Optional<String> obstacle(Handle handle, EndpointImport endpoint) {
        boolean complete = publications.current(handle, endpoint.name()).isPresent();
        boolean covered = endpoints
                .binding(handle, endpoint.name())
                .scope()
                .filter(endpoint.coverage()::equals)
                .isPresent();
        if (!complete || !covered) {
            return Optional.of("There is no complete full import of " + endpoint.name()
                    + " with these settings yet: run \"eic-bridge import " + endpoint.name() + "\" first.");
        }
        return Optional.empty();
    }
}
