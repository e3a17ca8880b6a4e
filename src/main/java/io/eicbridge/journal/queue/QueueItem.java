package io.eicbridge.journal.queue;

import java.time.Instant;

/**
 * A ticket that asks a person to carry out a request.
 *
 * @param request the number of the request
 * @param type Intercom's id of the ticket type
 * @param ticket Intercom's id of the ticket, null while only its job is known
 * @param job Intercom's id of the job that makes the ticket, null for none
 * @param lookedAt when its state was last read, by search or by itself
 * @param remindedAt when somebody was last reminded, or when it was opened
 * @param resolvedAt since when it has been resolved, null while it is not
 * @param reopened how often it was resolved without being done
 */
public record QueueItem(
        long id,
        long request,
        String endpoint,
        QueueState state,
        String type,
        String ticket,
        String job,
        Instant openedAt,
        Instant lookedAt,
        Instant remindedAt,
        Instant resolvedAt,
        int reopened) {

    /** The end of every message about it. */
    public String context() {
        return "[endpoint=" + endpoint + " request=" + request + " ticket=" + (ticket == null ? "" : ticket) + "]";
    }
}
