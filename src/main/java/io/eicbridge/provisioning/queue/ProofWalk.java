package io.eicbridge.provisioning.queue;

import io.eicbridge.intercom.Call;
import io.eicbridge.journal.request.ProvisioningRequest;

/** What Intercom is asked, page by page, to show whether a request is fulfilled. */
public final class ProofWalk {
    private final ProvisioningRequest request;
    private Call next;
    private Finding finding;

    /** A walk that begins with this call; null where there is nothing to ask. */
    ProofWalk(ProvisioningRequest request, Call first) {
        this.request = request;
        this.next = first;
    }

    ProvisioningRequest request() {
        return request;
    }

    Call next() {
        return next;
    }

    /** What was seen so far, null for nothing. */
    Finding finding() {
        return finding;
    }

    void saw(Finding what, Call more) {
        finding = what;
        next = more;
    }

    /** Whether there is another page. */
    public boolean isOpen() {
        return next != null;
    }
}
