package io.eicbridge.provisioning.queue;

import io.eicbridge.journal.queue.QueueItem;
import io.eicbridge.journal.request.Intent;
import io.eicbridge.journal.request.ProvisioningRequest;

/** A queue item on its way to being opened: what stands in the journal of it, and what is still to be done. */
public final class TicketDraft {
    private final ProvisioningRequest request;
    private QueueItem item;
    private Plan plan;
    private String cursor;

    /**
     * What is about to be sent.
     *
     * @param step under which it stands in the journal
     * @param before what stands there of an earlier try whose end is not known, null for none
     */
    record Plan(TicketSheet.Filled filled, String step, Intent before) {}

    TicketDraft(ProvisioningRequest request) {
        this.request = request;
    }

    TicketDraft found(QueueItem there) {
        this.item = there;
        return this;
    }

    TicketDraft planned(Plan next) {
        this.plan = next;
        this.cursor = null;
        return this;
    }

    ProvisioningRequest request() {
        return request;
    }

    Plan plan() {
        return plan;
    }

    QueueItem item() {
        return item;
    }

    /** The page of earlier tickets that is to be looked at, null for the first. */
    String cursor() {
        return cursor;
    }

    void goOn(String next) {
        cursor = next;
    }

    /** Whether the ticket may be there already, because it is not known what came of an earlier try. */
    public boolean isDoubtful() {
        return item == null && plan.before() != null;
    }

    /** Whether the ticket is known to be not there, so that it is to be made; a loop that broke off at a shutdown leaves it doubtful. */
    public boolean isMissing() {
        return item == null && !isDoubtful();
    }
}
