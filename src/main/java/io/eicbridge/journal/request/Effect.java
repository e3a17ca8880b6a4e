package io.eicbridge.journal.request;

/**
 * What the route of an operation has brought about; it is the body at the route's end.
 *
 * @param kind whether something was done, nothing had to be done, or a person was asked to do it
 * @param accountId Intercom's id of the account, for entitlement operations of the entitlement; null where it is not known
 * @param queueItem Intercom's id of the ticket, null for none
 * @param message what was done, for the caller and for lists; no personal values
 */
public record Effect(Kind kind, String accountId, String queueItem, String message) {

    /** What came of it. */
    public enum Kind {
        DONE,
        ALREADY,
        QUEUED
    }

    /** Intercom did it. */
    public static Effect done(String accountId, String message) {
        return new Effect(Kind.DONE, accountId, null, message);
    }

    /** Nothing had to be done: it was so already. */
    public static Effect already(String accountId, String message) {
        return new Effect(Kind.ALREADY, accountId, null, message);
    }

    /** A person was asked to do it; the request ends when the queue item does. */
    public static Effect queued(String queueItem, String message) {
        return new Effect(Kind.QUEUED, null, queueItem, message);
    }
}
