package io.eicbridge.intercom;

/** A list of Intercom that is read page by page; it keeps no state, so that a stored cursor is enough to go on. */
public interface Listing {

    /** The call for the page at {@code cursor}, null for the first. */
    Call call(String cursor);

    /** The page that came as answer; Transient if the answer holds no list. */
    Page read(Answer answer);
}
