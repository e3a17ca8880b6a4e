package io.eicbridge.provisioning;

import io.eicbridge.journal.request.Claims;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.store.Store;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this process carries out, with what each request has sent so far; keeps the leases alive. */
final class InHand {
    private static final Logger LOG = LoggerFactory.getLogger(InHand.class);
    private final Map<Long, Held> held = new ConcurrentHashMap<>();
    private final Store store;
    private final Claims claims;
    private final String holder;

    /** A claim and its trail. */
    record Held(Claim claim, Trail trail) {}

    InHand(Store store, Claims claims, String holder) {
        this.store = store;
        this.claims = claims;
        this.holder = holder;
    }

    String holder() {
        return holder;
    }

    void add(Claim claim) {
        held.put(claim.request().id(), new Held(claim, new Trail(claim.request())));
    }

    /** The claim on a request; one alone where this process has none. */
    Held of(ProvisioningRequest request) {
        Held found = held.get(request.id());
        return found == null ? new Held(new Claim(request, List.of(), false), new Trail(request)) : found;
    }

    /** The trail of a request that is carried out here; null for any other. */
    Trail trail(long request) {
        Held found = held.get(request);
        return found == null ? null : found.trail();
    }

    void remove(ProvisioningRequest request) {
        held.remove(request.id());
    }

    /** Renews the leases; one that could not be renewed ends by itself, and another process goes on. */
    void beat() {
        List<Long> ids = held.values().stream()
                .flatMap(one -> one.claim().all())
                .map(ProvisioningRequest::id)
                .toList();
        try {
            if (!ids.isEmpty()) {
                store.inTransaction(handle -> {
                    claims.heartbeat(handle, holder, ids);
                    return null;
                });
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "The leases of {} requests could not be renewed, which is tried again: {}",
                    ids.size(),
                    e.getMessage());
        }
    }
}
