package io.eicbridge.journal.request;

import java.time.Instant;

/**
 * A step that a request was about to take, and what came of it.
 *
 * @param step names it within the request, for instance {@code ticket}
 * @param detail what will be needed to find out whether it was taken
 * @param result what came of it, null while that is not known: look before it is taken again
 */
public record Intent(String step, String detail, String result, Instant begunAt) {

    /** Whether it is known what came of it. */
    public boolean known() {
        return result != null;
    }
}
