package io.eicbridge.provisioning;

import io.eicbridge.journal.request.AuditEntry;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.ArrayList;
import java.util.List;

/** What one attempt has sent so far, and the part of it that is not in the audit yet. */
final class Trail {
    private final ProvisioningRequest request;
    private final List<AuditEntry> pending = new ArrayList<>();
    private int calls;
    private boolean wrote;
    private String lastRequestId;

    Trail(ProvisioningRequest request) {
        this.request = request;
    }

    ProvisioningRequest request() {
        return request;
    }

    synchronized void sent(boolean writes) {
        calls++;
        wrote |= writes;
    }

    synchronized void note(AuditEntry entry) {
        pending.add(entry);
        if (entry.intercomRequestId() != null) {
            lastRequestId = entry.intercomRequestId();
        }
    }

    /** What is not in the audit yet, which then counts as written. */
    synchronized List<AuditEntry> drain() {
        List<AuditEntry> drained = List.copyOf(pending);
        pending.clear();
        return drained;
    }

    synchronized int calls() {
        return calls;
    }

    /** Whether something was sent that may have changed something. */
    synchronized boolean wrote() {
        return wrote;
    }

    synchronized String lastRequestId() {
        return lastRequestId;
    }
}
