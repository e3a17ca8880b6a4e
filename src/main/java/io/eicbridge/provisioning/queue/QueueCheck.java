package io.eicbridge.provisioning.queue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.journal.queue.QueueItem;
import io.eicbridge.journal.request.ProvisioningRequest;

/** One queue item that is looked at: its ticket as Intercom shows it, and what was found of its effect. */
public final class QueueCheck {
    private final QueueItem item;
    private final ProvisioningRequest request;
    private final JsonNode ticket;
    private final boolean resolved;
    private Finding finding;
    private boolean invitationWanted;

    QueueCheck(QueueItem item, ProvisioningRequest request, JsonNode ticket, boolean resolved) {
        this.item = item;
        this.request = request;
        this.ticket = ticket;
        this.resolved = resolved;
    }

    QueueItem item() {
        return item;
    }

    ProvisioningRequest request() {
        return request;
    }

    JsonNode ticket() {
        return ticket;
    }

    /** Whether a person says that it is done, so that Intercom is asked whether it is. */
    public boolean isResolved() {
        return resolved;
    }

    /** Whether Intercom's activity log is asked for an invitation. */
    public boolean isInvitationWanted() {
        return invitationWanted;
    }

    Finding finding() {
        return finding;
    }

    void found(Finding what, boolean askForInvitation) {
        finding = what;
        invitationWanted = askForInvitation;
    }
}
