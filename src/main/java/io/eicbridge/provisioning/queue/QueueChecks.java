package io.eicbridge.provisioning.queue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.dialect.provisioning.TicketState;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.CallPath;
import io.eicbridge.intercom.Ids;
import io.eicbridge.journal.queue.QueueItem;
import io.eicbridge.journal.queue.QueueItems;
import io.eicbridge.journal.queue.QueueState;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.Requests;
import io.eicbridge.store.Store;
import java.util.List;

/** Looks at one queue item by itself: whether its ticket is made, is still there, and what a person says of it. */
public final class QueueChecks {
    private static final int NOT_FOUND = 404;
    private final Store store;
    private final QueueItems items;
    private final Requests requests;
    private final TicketStates states;
    private final ItemEnds ends;

    QueueChecks(Store store, QueueItems items, Requests requests, TicketStates states, ItemEnds ends) {
        this.store = store;
        this.items = items;
        this.requests = requests;
        this.states = states;
        this.ends = ends;
    }

    /** The call that tells how the item's job or ticket stands. */
    public Call ask(QueueItem item) {
        String path = item.state() == QueueState.ENQUEUED ? "/jobs/status/" + item.job() : "/tickets/" + item.ticket();
        return Call.get(path.substring(0, path.lastIndexOf('/') + 1)
                        + CallPath.encoded(path.substring(path.lastIndexOf('/') + 1)))
                .accepting(NOT_FOUND)
                .forRun("", item.endpoint());
    }

    /** What there is to look at further; null where the answer says all. */
    public QueueCheck told(QueueItem item, Answer answer) {
        if (item.state() == QueueState.ENQUEUED) {
            ofJob(item, answer);
            return null;
        }
        if (answer.status() == NOT_FOUND) {
            ends.cancelled(item, "Ticket " + item.ticket() + " was deleted in Intercom.");
            return null;
        }
        return ofTicket(item, answer.body());
    }

    private void ofJob(QueueItem item, Answer answer) {
        String status = answer.body().path("status").asText("");
        String ticket = Ids.text(answer.body().path("resource_id"));
        if (status.equals("success") && !ticket.isEmpty()) {
            store.inTransaction(handle -> {
                items.ticketed(handle, item.id(), ticket);
                return null;
            });
        } else if (status.equals("failed") || answer.status() == NOT_FOUND) {
            ends.dead(
                    item,
                    "Intercom's job " + item.job() + ", which should have made the ticket, "
                            + (status.equals("failed") ? "failed" : "is unknown")
                            + ". Replay the request to ask again.");
        }
    }

    private QueueCheck ofTicket(QueueItem item, JsonNode ticket) {
        TicketState state = states.of(item.endpoint(), ticket);
        if (state == TicketState.DISCONTINUED) {
            ends.cancelled(item, "Ticket " + item.ticket() + " was discontinued in Intercom.");
            return null;
        }
        return store.inTransaction(handle -> {
            items.seen(handle, item.id(), state == TicketState.COMPLETED);
            QueueItem seen = items.find(handle, item.id()).orElseThrow();
            ProvisioningRequest request = requests.find(handle, item.request()).orElseThrow();
            return new QueueCheck(seen, request, ticket, seen.state() == QueueState.RESOLVED);
        });
    }

    /** Gives up what is long overdue, although Intercom does not tell how its ticket stands: whoever asked waits for an end. */
    public void giveUpUnread() {
        ends.giveUpUnread(store.read(items::unended));
    }

    /** Keeps what follows of a check, and makes the calls by which the ticket is told. */
    public List<Call> follow(QueueCheck check) {
        return ends.follow(check);
    }
}
