package io.eicbridge.provisioning.contacts;

import io.eicbridge.journal.request.Intent;
import io.eicbridge.journal.request.Intents;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.store.Store;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tries to create a lead, as the journal knows them: each is written down before it is made, and once it is known what came of it. */
final class LeadSteps {
    private static final String STEP = "create-";
    private static final String NOT_MADE = "not made";
    private final Store store;
    private final Intents intents;

    LeadSteps(Store store, Intents intents) {
        this.store = store;
        this.intents = intents;
    }

    /**
     * Writes down that the lead is about to be created. False where an earlier try may have done so: one of which nothing is known and
     * that began after {@code told}, up to when Intercom's search tells what there is.
     */
    boolean begin(ProvisioningRequest request, Instant told) {
        return store.inTransaction(handle -> {
            int tries = tries(handle, request);
            Optional<Intent> open = find(handle, request, tries).filter(step -> !step.known());
            if (open.filter(step -> step.begunAt().isAfter(told)).isPresent()) {
                return false;
            }
            open.ifPresent(step -> intents.end(handle, request.id(), step.step(), NOT_MADE));
            return intents.begin(handle, request.id(), STEP + (tries + 1), "lead");
        });
    }

    /** Keeps the id of the contact that was made. */
    void made(ProvisioningRequest request, String id) {
        end(request, id);
    }

    /** Intercom made none, so that the next try need not wait. */
    void madeNone(ProvisioningRequest request) {
        end(request, NOT_MADE);
    }

    /** The id of the contact that the last try made, empty where that is not known. */
    Optional<String> made(ProvisioningRequest request) {
        return store.read(handle -> find(handle, request, tries(handle, request)))
                .filter(Intent::known)
                .map(Intent::result)
                .filter(id -> !id.equals(NOT_MADE));
    }

    private void end(ProvisioningRequest request, String result) {
        store.inTransaction(handle -> {
            intents.end(handle, request.id(), STEP + tries(handle, request), result);
            return null;
        });
    }

    private int tries(Handle handle, ProvisioningRequest request) {
        int tries = 0;
        while (find(handle, request, tries + 1).isPresent()) {
            tries++;
        }
        return tries;
    }

    private Optional<Intent> find(Handle handle, ProvisioningRequest request, int number) {
        return intents.find(handle, request.id(), STEP + number);
    }
}
