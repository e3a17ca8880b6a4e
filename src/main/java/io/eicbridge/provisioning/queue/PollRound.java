package io.eicbridge.provisioning.queue;

import io.eicbridge.intercom.Listing;
import io.eicbridge.journal.queue.QueueItem;
import java.time.Instant;
import java.util.Map;

/** One reading of all tickets that changed since the last one. */
public final class PollRound {
    private final String holder;
    private final Map<String, QueueItem> items;
    private final Listing changed;
    private String cursor;
    private boolean open = true;
    private Instant began;

    PollRound(String holder, Map<String, QueueItem> items, Listing changed) {
        this.holder = holder;
        this.items = items;
        this.changed = changed;
    }

    String holder() {
        return holder;
    }

    QueueItem item(String ticket) {
        return items.get(ticket);
    }

    Listing changed() {
        return changed;
    }

    String cursor() {
        return cursor;
    }

    /** Intercom's time of the first page, null before it. */
    Instant began() {
        return began;
    }

    void began(Instant date) {
        began = began == null ? date : began;
    }

    void goOn(String next) {
        cursor = next;
        open = next != null;
    }

    /** Whether there is another page. */
    public boolean isOpen() {
        return open;
    }
}
