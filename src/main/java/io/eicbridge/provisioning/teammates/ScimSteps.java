package io.eicbridge.provisioning.teammates;

import io.eicbridge.journal.request.Intents;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.store.Store;

/** What attempts of a request have done by SCIM, where Intercom shows it late: the attempt that follows must know. */
final class ScimSteps {
    /** The user is about to be deleted. */
    static final String DELETE = "scim-delete";
    /** SCIM refused the user as one that is there, and did not show it. */
    static final String CONFLICT = "scim-conflict";

    private final Store store;
    private final Intents intents;

    ScimSteps(Store store, Intents intents) {
        this.store = store;
        this.intents = intents;
    }

    /** Writes a step down; false where an earlier attempt has done so. */
    boolean begin(ProvisioningRequest request, String step) {
        return store.inTransaction(handle -> intents.begin(handle, request.id(), step, ""));
    }

    boolean stands(ProvisioningRequest request, String step) {
        return store.read(handle -> intents.find(handle, request.id(), step)).isPresent();
    }
}
