package io.eicbridge.provisioning;

import io.eicbridge.journal.DeadLetterState;
import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.request.LaterRequests;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.Pauses;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.journal.request.Requests;
import io.eicbridge.journal.request.RetryOwner;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** Journals what is asked once for each key: a caller repeats a request by using its key again. */
final class RequestKeys {
    private final Store store;
    private final Requests requests;
    private final LaterRequests later;
    private final Pauses pauses;
    private final DeadLetters letters;
    private final Clock clock;

    RequestKeys(Store store, Requests requests, LaterRequests later, Pauses pauses, DeadLetters letters, Clock clock) {
        this.store = store;
        this.requests = requests;
        this.later = later;
        this.pauses = pauses;
        this.letters = letters;
        this.clock = clock;
    }

    Accepted accept(NewRequest asked) {
        return store.inSmallTransaction(handle -> requests.insert(handle, asked)
                .map(request -> begun(handle, request))
                .orElseGet(() -> known(handle, asked)));
    }

    private Accepted known(Handle handle, NewRequest asked) {
        long id = requests.byKey(handle, asked).orElseThrow().id();
        ProvisioningRequest request = requests.lock(handle, id).orElseThrow();
        refuseAnother(request, asked);
        if (!isLeftToCaller(request) && !isTriedAgain(request.state()) || overtaken(handle, request)) {
            if (asked.owner() == RetryOwner.BRIDGE) {
                requests.leaveToBridge(handle, id);
            }
            return new Accepted(requests.find(handle, id).orElseThrow(), false);
        }
        letters.settle(handle, asked.endpoint(), Aftermath.KIND, Aftermath.subject(request), DeadLetterState.REPLAYED);
        requests.again(handle, id, asked);
        return begun(handle, requests.find(handle, id).orElseThrow());
    }

    /** Also where the bridge would repeat it later by itself: who calls again need not wait for that. */
    private boolean isLeftToCaller(ProvisioningRequest request) {
        boolean onLadder = request.state() == RequestState.WAITING && request.dueAt() != null && request.tries() > 0;
        return request.waitsForCaller() || onLadder && request.asked().owner() == RetryOwner.CALLER;
    }

    /** What a person gave up stays so until a person replays it, however often its caller calls. */
    private static boolean isTriedAgain(RequestState state) {
        return state == RequestState.REJECTED || state == RequestState.DEAD;
    }

    /** What is paused is not tried, and its caller has to call again: the bridge repeats nothing on its behalf. */
    private Accepted begun(Handle handle, ProvisioningRequest request) {
        return pauses.of(handle, request.asked(), clock.instant())
                .filter(pause -> request.asked().owner() == RetryOwner.CALLER)
                .map(pause -> {
                    requests.leaveToCaller(handle, request.id(), pause.reason());
                    return new Accepted(requests.find(handle, request.id()).orElseThrow(), false);
                })
                .orElseGet(() -> new Accepted(request, true));
    }

    /** A later request about the same succeeded, which this one would undo; an update instead leaves the later one's values alone. */
    private boolean overtaken(Handle handle, ProvisioningRequest request) {
        long newer = request.operation() == Operation.UPDATE ? 0 : later.succeeded(handle, request.id());
        if (newer > 0) {
            requests.overtaken(
                    handle,
                    request.id(),
                    "Request " + newer
                            + " came later, is about the same and succeeded; carrying this one out now would undo it.");
        }
        return newer > 0;
    }

    private static void refuseAnother(ProvisioningRequest known, NewRequest asked) {
        NewRequest before = known.asked();
        boolean same = before.operation() == asked.operation()
                && sameAccount(known, asked)
                && Objects.equals(before.entitlementType(), asked.entitlementType())
                && Objects.equals(before.entitlement(), asked.entitlement());
        if (!same) {
            throw Refusals.conflict("Nothing is done: the key was used before, by request " + known.id() + " ("
                    + before.operation().word() + "), for another operation, account or entitlement. Give each task a"
                    + " key of its own.");
        }
    }

    /** EIC may know a name alone at first, and the id that the first try brought about at the next. */
    private static boolean sameAccount(ProvisioningRequest known, NewRequest asked) {
        return Objects.equals(known.asked().account(), asked.account())
                || asked.account() != null && asked.account().equals(known.accountId());
    }
}
