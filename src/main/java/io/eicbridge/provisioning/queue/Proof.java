package io.eicbridge.provisioning.queue;

import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.journal.request.ProvisioningRequest;

/** Looks in Intercom whether what a request asks is so. */
public interface Proof {

    /** The one call whose answer shows it; null where Intercom does not show it. */
    Call question(ProvisioningRequest request);

    /** What the answer shows. */
    Finding read(ProvisioningRequest request, Answer answer);

    /** Whether an invitation would do for the time being. */
    boolean invites(ProvisioningRequest request);
}
