package io.eicbridge.provisioning.contacts;

import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.CallPath;
import io.eicbridge.journal.request.ProvisioningRequest;

/** Calls on behalf of a request. */
final class RequestCalls {
    static final int MALFORMED = 400;
    static final int NOT_FOUND = 404;
    static final int CONFLICT = 409;
    static final int MERGED = 410;
    static final int TOO_MANY = 429;

    private RequestCalls() {}

    static Call of(ProvisioningRequest request, Call call, String account) {
        return call.forRun("", request.endpoint())
                .forAccount(account == null ? "" : account)
                .forRequest(request.id());
    }

    /** Asks for one contact; that it is not there, or merged, is an answer too. */
    static Call look(ProvisioningRequest request, String id) {
        return of(request, Call.get("/contacts/" + CallPath.encoded(id)), id).accepting(NOT_FOUND, MERGED);
    }
}
