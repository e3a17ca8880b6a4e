package io.eicbridge.provisioning;

import io.eicbridge.journal.request.Attempt;
import io.eicbridge.journal.request.AuditEntry;
import io.eicbridge.journal.request.Intent;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.List;

/** A request with everything that is known of it: attempts, steps, and what was sent, answered and decided. */
public record RequestDetails(
        ProvisioningRequest request, List<Attempt> attempts, List<Intent> steps, List<AuditEntry> audit) {}
