package io.eicbridge.provisioning;

import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.DeadLetterState;
import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.request.Audit;
import io.eicbridge.journal.request.AuditEntry;
import io.eicbridge.journal.request.Ends;
import io.eicbridge.journal.request.LaterRequests;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.journal.request.Requests;
import io.eicbridge.journal.request.Restarts;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What people decide about single requests; who did, and why, is in the audit of each. */
public final class RequestActs {
    private final Store store;
    private final Parts parts;
    private final Runnable wake;
    private final Clock clock;

    /** What the acts are done with. */
    record Parts(
            Requests requests, Restarts restarts, Ends ends, LaterRequests later, DeadLetters letters, Audit audit) {}

    /** Who decides, and why; the reason may be empty where nothing is given up. */
    public record By(String who, String why) {}

    RequestActs(Store store, Parts parts, Runnable wake, Clock clock) {
        this.store = store;
        this.parts = parts;
        this.wake = wake;
        this.clock = clock;
    }

    /**
     * Carries a failed request out again under its own key; the bridge repeats it from now on by its ladder.
     *
     * @throws Rejected 409 where it did not fail, or a later request on the same account and entitlement succeeded; 404 for none
     */
    public ProvisioningRequest replay(long id, By by) {
        return act(id, by, "replayed", (handle, request) -> {
            if (!request.state().failed()) {
                throw wrongState(request, "one that failed (rejected, dead, discarded or cancelled) is replayed");
            }
            refuseOvertaken(handle, request);
            letter(handle, request, DeadLetterState.REPLAYED);
            parts.restarts().again(handle, id);
        });
    }

    /** Gives a request up that is not being carried out; Rejected with 409 for any other. */
    public ProvisioningRequest discard(long id, By by) {
        if (by.why() == null || by.why().isBlank()) {
            throw Refusals.invalid("Nothing is discarded without a reason: say why.");
        }
        return act(id, by, "discarded", (handle, request) -> {
            RequestState state = request.state();
            boolean open = state == RequestState.WAITING || state == RequestState.HELD;
            if (!open && state != RequestState.REJECTED && state != RequestState.DEAD) {
                throw wrongState(request, "one that waits, is held or failed is discarded");
            }
            letter(handle, request, DeadLetterState.DISCARDED);
            parts.ends().end(handle, id, new Ends.End(RequestState.DISCARDED, by.why(), null, null));
        });
    }

    /** Lets a request through that exceeds a limit; Rejected with 409 for one that is not held. */
    public ProvisioningRequest release(long id, By by) {
        return act(id, by, "released", (handle, request) -> {
            if (request.state() != RequestState.HELD) {
                throw wrongState(request, "one that is held is released");
            }
            parts.restarts().release(handle, id);
        });
    }

    private void refuseOvertaken(Handle handle, ProvisioningRequest request) {
        long newer = parts.later().succeeded(handle, request.id());
        if (newer > 0) {
            throw Refusals.conflict("Request " + request.id() + " is not carried out: request " + newer
                    + " came later, is about the same and succeeded; this one would undo it. Discard this one.");
        }
    }

    /**
     * Carries a waiting request out now, whatever its time on the ladder; one that waits for its caller is the bridge's from now on.
     *
     * @throws Rejected 409 where it does not wait, or a later request on the same account and entitlement succeeded; 404 for none
     */
    public ProvisioningRequest run(long id, By by) {
        return act(id, by, "run", (handle, request) -> {
            if (request.state() != RequestState.WAITING) {
                throw wrongState(request, "one that waits is run; one that failed is replayed");
            }
            if (request.operation() != Operation.UPDATE) { // an update leaves the values of later ones alone
                refuseOvertaken(handle, request);
            }
            parts.restarts().now(handle, id);
        });
    }

    private interface Act {
        void on(Handle handle, ProvisioningRequest request);
    }

    private ProvisioningRequest act(long id, By by, String event, Act act) {
        ProvisioningRequest after = store.inTransaction(handle -> {
            ProvisioningRequest request = parts.requests().lock(handle, id).orElseThrow(() -> Refusals.unknown(id));
            act.on(handle, request);
            parts.audit().add(handle, List.of(entry(request, by, event)));
            return parts.requests().find(handle, id).orElseThrow();
        });
        wake.run();
        return after;
    }

    private AuditEntry entry(ProvisioningRequest request, By by, String event) {
        return new AuditEntry(
                0,
                request.id(),
                request.attempt(),
                clock.instant(),
                by.who(),
                event,
                null,
                null,
                null,
                null,
                by.why(),
                null);
    }

    private void letter(Handle handle, ProvisioningRequest request, DeadLetterState state) {
        parts.letters().settle(handle, request.endpoint(), Aftermath.KIND, Aftermath.subject(request), state);
    }

    private static Rejected wrongState(ProvisioningRequest request, String allowed) {
        return Refusals.conflict("Nothing is done: request " + request.id() + " is "
                + request.state().word() + "; only " + allowed + ".");
    }
}
