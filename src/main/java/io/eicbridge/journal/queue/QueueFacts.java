package io.eicbridge.journal.queue;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What queue items found or made in the workspace once, by name. */
public final class QueueFacts {
    /** Intercom's id of the ticket type. */
    public static final String TYPE = "ticket-type";
    /** The names of the type's attributes, one a line. */
    public static final String ATTRIBUTES = "attributes";
    /** Intercom's id of the contact in whose name tickets are opened. */
    public static final String REQUESTER = "requester";
    /** Until when changed tickets were read, in seconds by Intercom's clock. */
    public static final String POLLED = "polled";

    private final Clock clock;

    /** Facts by this clock. */
    public QueueFacts(Clock clock) {
        this.clock = clock;
    }

    /** What is known under a name. */
    public Optional<String> find(Handle handle, String name) {
        return handle.createQuery("select content from queue_facts where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }

    /** When that was noted. */
    public Optional<Instant> notedAt(Handle handle, String name) {
        return handle.createQuery("select noted_at from queue_facts where name = :name")
                .bind("name", name)
                .mapTo(Instant.class)
                .findOne();
    }

    /** Notes it, in place of what was known. */
    public void note(Handle handle, String name, String content) {
        forget(handle, name);
        handle.createUpdate("insert into queue_facts (name, content, noted_at) values (:name, :content, :now)")
                .bind("name", name)
                .bind("content", content)
                .bind("now", clock.instant())
                .execute();
    }

    /** Forgets it, so that it is found anew. */
    public void forget(Handle handle, String name) {
        handle.createUpdate("delete from queue_facts where name = :name")
                .bind("name", name)
                .execute();
    }
}
