package io.eicbridge.provisioning;

import io.eicbridge.journal.request.ProvisioningRequest;

/**
 * What became of something that was asked.
 *
 * @param fresh whether it is carried out because it was asked now; otherwise the request is told as it stands from an earlier time
 */
public record Accepted(ProvisioningRequest request, boolean fresh) {}
