package io.eicbridge.provisioning;

import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.Requests;
import io.eicbridge.store.Store;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** Journals what is asked once for each key: a caller repeats a request by using its key again. */
final class RequestKeys {
    private final Store store;
    private final Requests requests;

    RequestKeys(Store store, Requests requests) {
        this.store = store;
        this.requests = requests;
    }

    Accepted accept(NewRequest asked) {
        return store.inSmallTransaction(handle -> requests.insert(handle, asked)
                .map(request -> new Accepted(request, true))
                .orElseGet(() -> known(handle, asked)));
    }

    private Accepted known(Handle handle, NewRequest asked) {
        long id = requests.byKey(handle, asked).orElseThrow().id();
        ProvisioningRequest request = requests.lock(handle, id).orElseThrow();
        refuseAnother(request, asked);
        if (!request.waitsForCaller() && !request.state().failed()) {
            return new Accepted(request, false);
        }
        requests.again(handle, id, asked);
        return new Accepted(requests.find(handle, id).orElseThrow(), true);
    }

    private static void refuseAnother(ProvisioningRequest known, NewRequest asked) {
        NewRequest before = known.asked();
        boolean same = before.operation() == asked.operation()
                && Objects.equals(before.account(), asked.account())
                && Objects.equals(before.entitlementType(), asked.entitlementType())
                && Objects.equals(before.entitlement(), asked.entitlement());
        if (!same) {
            throw Refusals.conflict("Nothing is done: the key was used before, by request " + known.id() + " ("
                    + before.operation().word() + "), for another operation, account or entitlement. Give each task a"
                    + " key of its own.");
        }
    }
}
