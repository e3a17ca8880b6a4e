package io.eicbridge.sandbox.server;

import io.eicbridge.sandbox.answers.Mischief;

/** Ways in which an answer can go wrong. */
public enum FaultKind {
    /** Status 429, whatever the rate window says. */
    REFUSED,
    /** The fault's status, 500 or above. */
    STATUS,
    /** The connection closes without an answer. */
    DROPPED,
    /** The connection closes in the middle of the body. */
    DROPPED_MIDWAY,
    /** Status 200 with half of the JSON. */
    TRUNCATED,
    /** Status 200 without a body. */
    EMPTY,
    /** The answer comes after the fault's delay. */
    SLOW,
    /** Status 500 that asks to restart the scroll, which is closed. */
    SCROLL_LOST,
    /** A list without a next page although there is one. */
    ENDS_EARLY,
    /** A list whose next page is the same page, by the same cursor; a scroll that begins again at its end. */
    REPEATS_CURSOR,
    /** A list whose next page has the same rows, under a new cursor. */
    DUPLICATES_PAGE;

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
