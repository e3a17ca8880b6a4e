package io.eicbridge.sandbox.answers;

/** What is wrong with the next page of a list, on purpose. */
public enum Mischief {
    NONE,
    /** No next page although there is one. */
    ENDS_EARLY,
    /** The next page is this page, by the same cursor, for ever. */
    REPEATS_CURSOR,
    /** The next page has the rows of this page, under a new cursor. */
    DUPLICATES_PAGE
}
