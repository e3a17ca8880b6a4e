package io.eicbridge.provisioning.queue;

import io.eicbridge.journal.queue.QueueItems;
import io.eicbridge.journal.request.Intent;
import io.eicbridge.journal.request.Intents;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.store.Store;
import java.util.Optional;

/** The tries to open a ticket, as the journal knows them: each is written down before it is made, and once it is known what came of it. */
final class TicketSteps {
    private static final String NOT_MADE = "not made";
    private final Store store;
    private final QueueItems items;
    private final Intents intents;

    TicketSteps(Store store, QueueItems items, Intents intents) {
        this.store = store;
        this.items = items;
        this.intents = intents;
    }

    /** Plans the try that is to be made now, after all that are known to have ended. */
    TicketDraft plan(TicketDraft draft, TicketSheet.Filled filled) {
        return store.read(handle -> {
            int number = 1;
            Optional<Intent> before = intents.find(handle, draft.request().id(), Intents.TICKET + number);
            while (before.filter(Intent::known).isPresent()) {
                before = intents.find(handle, draft.request().id(), Intents.TICKET + ++number);
            }
            return draft.planned(new TicketDraft.Plan(filled, Intents.TICKET + number, before.orElse(null)));
        });
    }

    void begin(TicketDraft draft) {
        TicketDraft.Plan plan = draft.plan();
        store.inTransaction(handle -> intents.begin(
                handle, draft.request().id(), plan.step(), plan.filled().key()));
    }

    void madeNone(TicketDraft draft) {
        store.inTransaction(handle -> {
            intents.end(handle, draft.request().id(), draft.plan().step(), NOT_MADE);
            return null;
        });
    }

    /** Keeps the ticket, or the job that makes it; the other is null. */
    void made(TicketDraft draft, String ticket, String job) {
        TicketDraft.Plan plan = draft.plan();
        ProvisioningRequest request = draft.request();
        draft.found(store.inTransaction(handle -> {
            intents.end(handle, request.id(), plan.step(), ticket == null ? job : ticket);
            return items.open(
                    handle, request.id(), request.endpoint(), plan.filled().type(), ticket, job);
        }));
    }
}
