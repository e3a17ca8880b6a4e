package io.eicbridge.provisioning.queue;

import io.eicbridge.intercom.Call;
import io.eicbridge.journal.queue.QueueItem;
import io.eicbridge.journal.queue.QueueItems;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.journal.request.Requests;
import io.eicbridge.provisioning.QueueEnds;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Brings queue items to their ends. The request gets its outcome first and the item ends after it: whoever is killed in between ends the item
 * at the next look. What follows is journalled before the ticket is told, so that a note may be lost and is never written twice.
 */
final class ItemEnds {
    /** A reading that fails for a while does not cost the note that the time is over. */
    private static final Duration UNREAD = Duration.ofDays(1);

    private final Store store;
    private final QueueItems items;
    private final Requests requests;
    private final QueueEnds ends;
    private final QueueSettings settings;
    private final Attention attention;
    private final TicketNotes notes;
    private final Clock clock;

    ItemEnds(
            Store store,
            QueueItems items,
            Requests requests,
            QueueEnds ends,
            QueueSettings settings,
            TicketNotes notes,
            Clock clock) {
        this.store = store;
        this.items = items;
        this.requests = requests;
        this.ends = ends;
        this.settings = settings;
        this.attention = new Attention(settings);
        this.notes = notes;
        this.clock = clock;
    }

    void dead(QueueItem item, String reason) {
        ends.dead(item.request(), reason);
        close(item);
    }

    void cancelled(QueueItem item, String reason) {
        ends.cancelled(item.request(), reason);
        close(item);
    }

    /** Ends the item where its request has ended; a request that is still being carried out has not seen its item yet. */
    private void close(QueueItem item) {
        store.inTransaction(handle -> requests.find(handle, item.request())
                .filter(request -> request.state().ended())
                .map(request -> items.end(handle, item.id(), request.state().word())));
    }

    /** What follows of a check: the calls by which the ticket is told. */
    List<Call> follow(QueueCheck check) {
        Instant now = clock.instant();
        if (check.request().state().ended()) {
            return superfluous(check);
        }
        return check.isResolved() ? resolved(check, now) : waiting(check, now);
    }

    private List<Call> superfluous(QueueCheck check) {
        close(check.item());
        RequestState state = check.request().state();
        return state == RequestState.SUCCEEDED
                ? List.of()
                : notes.note(
                        check,
                        "This is no longer needed: in the bridge the request is " + state.word()
                                + ". The ticket can be closed.");
    }

    void giveUpUnread(List<QueueItem> open) {
        Instant before = clock.instant().minus(UNREAD);
        open.stream()
                .filter(item -> attention.isOverdue(item, before))
                .forEach(item -> dead(item, overdue(item) + ", and Intercom does not tell how it stands."));
    }

    private String overdue(QueueItem item) {
        return "Nobody did it within " + settings.limit().toDays() + " days; ticket "
                + (item.ticket() == null ? "of job " + item.job() : item.ticket());
    }

    private List<Call> waiting(QueueCheck check, Instant now) {
        QueueItem item = check.item();
        if (attention.isOverdue(item, now)) {
            dead(item, overdue(item) + ".");
            return notes.note(check, "The time for this is over, and the bridge no longer waits for it.");
        }
        if (attention.isReminderDue(item, now)) {
            boolean ours = store.inTransaction(handle -> items.reminded(handle, item));
            return !ours
                    ? List.of()
                    : notes.note(
                            check,
                            "A reminder: EIC still waits for this. Please do it and resolve the ticket, or delete the"
                                    + " ticket to refuse it.");
        }
        return List.of();
    }

    private List<Call> resolved(QueueCheck check, Instant now) {
        QueueItem item = check.item();
        Finding finding = check.finding();
        if (finding.kind() == Finding.Kind.DONE || finding.kind() == Finding.Kind.UNSEEN) {
            String message = "Done by a person, ticket " + item.ticket() + ": " + finding.words() + ".";
            ends.succeeded(item.request(), finding.accountId(), message);
            close(item);
            return List.of();
        }
        return attention.hasTime(item, finding, now) ? List.of() : notDone(check, now);
    }

    private List<Call> notDone(QueueCheck check, Instant now) {
        QueueItem item = check.item();
        String seen = "The bridge looked in Intercom: " + check.finding().words() + ". ";
        if (!settings.reopens() || attention.isOverdue(item, now)) {
            dead(
                    item,
                    "Ticket " + item.ticket() + " is resolved, but "
                            + check.finding().words() + ".");
            return notes.note(check, seen + "It no longer waits for this.");
        }
        boolean ours = store.inTransaction(handle -> items.reopened(handle, item.id()));
        return !ours
                ? List.of()
                : notes.reopen(
                        check, seen + "Please do it and resolve the ticket again, or delete the ticket to refuse it.");
    }
}
