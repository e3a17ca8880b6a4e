package io.eicbridge.provisioning;

import io.eicbridge.journal.request.Ends;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.journal.request.Requests;
import io.eicbridge.store.Store;
import org.jdbi.v3.core.Handle;

/** Ends requests whose queue item has ended, each of them once. */
public final class QueueEnds {
    private final Store store;
    private final Requests requests;
    private final Ends ends;
    private final Aftermath aftermath;
    private final Outcomes.Tellers tellers;
    private final Runnable wake;

    QueueEnds(Store store, Requests requests, Ends ends, Aftermath aftermath, Outcomes.Tellers tellers, Runnable wake) {
        this.store = store;
        this.requests = requests;
        this.ends = ends;
        this.aftermath = aftermath;
        this.tellers = tellers;
        this.wake = wake;
    }

    /** What the queue item asked for is verified; {@code accountId} is Intercom's id of the account where it is known now. */
    public boolean succeeded(long id, String accountId, String message) {
        return end(id, new Ends.End(RequestState.SUCCEEDED, null, accountId, message));
    }

    /** It was not done, and nobody is asked again. */
    public boolean dead(long id, String reason) {
        return end(id, new Ends.End(RequestState.DEAD, reason, null, null));
    }

    /** The queue item was taken back. */
    public boolean cancelled(long id, String reason) {
        return end(id, new Ends.End(RequestState.CANCELLED, reason, null, null));
    }

    /** False, with nothing changed, where the request does not wait for a queue item any more. */
    private boolean end(long id, Ends.End end) {
        boolean ended = store.inTransaction(handle -> requests.lock(handle, id)
                .filter(request -> request.state() == RequestState.QUEUED)
                .map(request -> {
                    requests.lockMerged(handle, id).forEach(member -> end(handle, member, end));
                    return end(handle, request, end);
                })
                .orElse(false));
        if (ended) {
            tellers.bells().ring();
            wake.run();
        }
        return ended;
    }

    private boolean end(Handle handle, ProvisioningRequest request, Ends.End end) {
        ends.end(handle, request.id(), end);
        if (end.state() == RequestState.SUCCEEDED) {
            aftermath.succeeded(handle, request, end.accountId());
            aftermath.changed(handle, request, end.accountId());
        } else {
            aftermath.failed(handle, request, end.reason());
        }
        tellers.listener().outcome(request, end.state().word());
        return true;
    }
}
