package io.eicbridge.provisioning;

import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.journal.request.Requests;
import io.eicbridge.store.Store;
import java.time.Duration;

/** Where requests are handed in, and where whoever did so waits for the outcome. */
public final class RequestDesk {
    /** How often a waiting caller looks for an outcome that another process may have brought about. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Validation validation;
    private final RequestKeys keys;
    private final Store store;
    private final Requests requests;
    private final Bells bells;
    private final Runnable wake;
    private volatile boolean closing;

    RequestDesk(Validation validation, RequestKeys keys, Store store, Requests requests, Bells bells, Runnable wake) {
        this.validation = validation;
        this.keys = keys;
        this.store = store;
        this.requests = requests;
        this.bells = bells;
        this.wake = wake;
    }

    /**
     * Takes a request in: once this returns it is journalled, and is carried out whatever happens to this process. The same key
     * again answers the request as it stands, or begins another attempt where the one before failed.
     *
     * @throws io.eicbridge.failure.Rejected 400 with all violations at once; 409 where the key was used for something else
     */
    public Accepted accept(NewRequest asked) {
        validation.check(asked);
        Accepted accepted = keys.accept(asked);
        if (accepted.fresh()) {
            wake.run();
        }
        return accepted;
    }

    /** Waits, at most so long, until nothing more happens to a request by itself; the request as it then stands. */
    public ProvisioningRequest await(long id, Duration longest) {
        long end = Bells.in(longest);
        long known = bells.outcomes();
        ProvisioningRequest request = show(id);
        while (!closing
                && underWay(request)
                && !Bells.until(end).isZero()
                && bells.await(known, Bells.least(LOOK, Bells.until(end)))) {
            known = bells.outcomes();
            request = show(id);
        }
        return request;
    }

    /** Lets everybody go who waits, because the process stops: they are told how their requests stand. */
    public void close() {
        closing = true;
        bells.ring();
    }

    /** A request on the ladder or held is not under way: nobody waits for hours at an open connection. */
    private static boolean underWay(ProvisioningRequest request) {
        boolean first = request.state() == RequestState.WAITING && request.dueAt() != null && request.reason() == null;
        return first || request.state() == RequestState.RUNNING;
    }

    /** A request as it stands; Rejected with 404 where there is none. */
    public ProvisioningRequest show(long id) {
        return store.read(handle -> requests.find(handle, id)).orElseThrow(() -> Refusals.unknown(id));
    }
}
