package io.eicbridge.provisioning.queue;

/**
 * What Intercom shows of a thing that a person says is done.
 *
 * @param accountId Intercom's id of the account, null where it is not known
 * @param words what was seen, for messages; no personal values
 */
public record Finding(Kind kind, String accountId, String words) {

    /** What was seen. */
    public enum Kind {
        DONE,
        /** It is under way and needs somebody else, for instance the invited person. */
        PENDING,
        NOT_DONE,
        /** Intercom does not show such things: the person is believed. */
        UNSEEN
    }

    /** It is so. */
    public static Finding done(String accountId, String words) {
        return new Finding(Kind.DONE, accountId, words);
    }

    /** It is not so. */
    public static Finding notDone(String words) {
        return new Finding(Kind.NOT_DONE, null, words);
    }
}
