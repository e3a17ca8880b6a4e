package io.eicbridge.sandbox.server;

import io.eicbridge.sandbox.answers.Mischief;

/** Ways in which an answer can go wrong. */
public enum FaultKind {
    /** Status 429, whatever the rate window says. */
    REFUSED,
    /** The fault's status, 500 or above. */
    STATUS,
    /** The connection closes without an answer, and nothing is done. */
    DROPPED,
    /** What was asked for is done, then the connection closes without an answer. */
    DONE_DROPPED,
    /** What was asked for is done, then comes the fault's status, 504 where none was chosen. */
    DONE_STATUS,
    /** What was asked for is done at once, but the answer comes after the fault's delay. */
    DONE_SLOW,
    /** The connection closes in the middle of the body. */
    DROPPED_MIDWAY,
    /** Status 200 with half of the JSON. */
    TRUNCATED,
    /** Status 200 without a body. */
    EMPTY,
    /** What was asked for is done, and answered, after the fault's delay. */
    SLOW,
    /** Status 500 that asks to restart the scroll, which is closed. */
    SCROLL_LOST,
    /** A list without a next page although there is one. */
    ENDS_EARLY,
    /** A list whose next page is the same page, by the same cursor; a scroll that begins again at its end. */
    REPEATS_CURSOR,
    /** A list whose next page has the same rows, under a new cursor. */
    DUPLICATES_PAGE;

    /** True where the connection closes without an answer. */
    boolean isSilent() {
        return this == DROPPED || this == DONE_DROPPED;
    }

    /** What it does to a list. */
    Mischief mischief() {
        return switch (this) {
            case ENDS_EARLY -> Mischief.ENDS_EARLY;
            case REPEATS_CURSOR -> Mischief.REPEATS_CURSOR;
            case DUPLICATES_PAGE -> Mischief.DUPLICATES_PAGE;
            default -> Mischief.NONE;
        };
    }
}
