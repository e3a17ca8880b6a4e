package io.eicbridge.provisioning;

import io.eicbridge.journal.request.Ends;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.journal.request.Requests;
import io.eicbridge.store.Store;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Ends requests whose caller does not call again: EIC gives a task up without a word, and somebody has to be told. */
final class LeftRequests {
    private final Store store;
    private final Requests requests;
    private final Ends ends;
    private final Aftermath aftermath;

    LeftRequests(Store store, Requests requests, Ends ends, Aftermath aftermath) {
        this.store = store;
        this.requests = requests;
        this.ends = ends;
        this.aftermath = aftermath;
    }

    /** Ends those that were last called for before a time, at most so many; returns how many. */
    int end(Instant before, int limit) {
        return store.inTransaction(handle -> {
            List<ProvisioningRequest> left = requests.abandoned(handle, before, limit);
            left.forEach(request -> end(handle, request));
            return left.size();
        });
    }

    private void end(Handle handle, ProvisioningRequest request) {
        String reason = "Its caller did not call again after: " + request.reason();
        ends.end(handle, request.id(), new Ends.End(RequestState.DEAD, reason, null, null));
        aftermath.failed(handle, request, reason);
    }
}
