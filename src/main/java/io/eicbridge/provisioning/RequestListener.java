package io.eicbridge.provisioning;

import io.eicbridge.journal.request.ProvisioningRequest;

/** Is told of outcomes, for counting. */
public interface RequestListener {

    /** An attempt of a request has got its outcome, for instance {@code succeeded}, {@code retry} or {@code rejected}. */
    void outcome(ProvisioningRequest request, String outcome);
}
