package io.eicbridge.journal.request;

import java.time.Instant;

/**
 * The one outcome of an attempt, and where it leaves its request.
 *
 * @param dueAt when the next attempt may begin, null for none by itself
 * @param laddered whether the next attempt is left to the retry job
 * @param tries of the request from now on
 * @param calls what the attempt sent, repetitions included
 * @param reason why it did not succeed; null where it did
 * @param intercomRequestId Intercom's id of the call that decided, null for none
 * @param accountId Intercom's id of the account, null where it is not known
 * @param message what was done, null where nothing was
 */
public record Outcome(
        AttemptOutcome kind,
        RequestState state,
        Instant dueAt,
        boolean laddered,
        int tries,
        int calls,
        String reason,
        String intercomRequestId,
        String accountId,
        String message) {

    /** The request succeeded. */
    public static Outcome succeeded(Effect effect, int tries) {
        return new Outcome(
                AttemptOutcome.SUCCEEDED,
                RequestState.SUCCEEDED,
                null,
                false,
                tries,
                0,
                null,
                null,
                effect.accountId(),
                effect.message());
    }

    /** A person was asked. */
    public static Outcome queued(Effect effect, int tries) {
        return new Outcome(
                AttemptOutcome.QUEUED,
                RequestState.QUEUED,
                null,
                false,
                tries,
                0,
                null,
                null,
                effect.accountId(),
                effect.message());
    }

    /** The request failed for good. */
    public static Outcome failed(AttemptOutcome kind, RequestState state, int tries, String reason, String requestId) {
        return new Outcome(kind, state, null, false, tries, 0, reason, requestId, null, null);
    }

    /** The request waits, until {@code dueAt} or for its caller. */
    public static Outcome waiting(
            AttemptOutcome kind, Instant dueAt, boolean laddered, int tries, String reason, String requestId) {
        return new Outcome(kind, RequestState.WAITING, dueAt, laddered, tries, 0, reason, requestId, null, null);
    }

    /** The same, after so many calls; the last one's id where none decided. */
    public Outcome after(int sent, String lastRequestId) {
        String deciding = intercomRequestId == null ? lastRequestId : intercomRequestId;
        return new Outcome(kind, state, dueAt, laddered, tries, sent, reason, deciding, accountId, message);
    }
}
