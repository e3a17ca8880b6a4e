package io.eicbridge.journal.request;

import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** Ends requests outside of an attempt: by a person, by the end of a queue item, or because another request failed. */
public final class Ends {
    private static final int LONGEST_ID = 255;
    private final Clock clock;

    /**
     * How a request ends.
     *
     * @param reason why it failed, null where it succeeded
     * @param accountId Intercom's id of the account, null where it is not known
     * @param message what was done, null where nothing was
     */
    public record End(RequestState state, String reason, String accountId, String message) {}

    /** Ends by this clock. */
    public Ends(Clock clock) {
        this.clock = clock;
    }

    /** Ends a request that is locked by this transaction. */
    public void end(Handle handle, long id, End end) {
        handle.createUpdate("update requests set state = :state, due_at = null, laddered = false, ended_at = :now,"
                        + " reason = :reason, account_id = coalesce(:account, account_id),"
                        + " message = coalesce(:message, message) where request = :id")
                .bind("state", end.state().word())
                .bind("now", clock.instant())
                .bind("reason", Attempts.cut(end.reason()))
                .bind("account", Attempts.cut(end.accountId(), LONGEST_ID))
                .bind("message", Attempts.cut(end.message()))
                .bind("id", id)
                .execute();
    }
}
