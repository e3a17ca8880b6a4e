package io.eicbridge.journal.request;

import java.time.Instant;

/**
 * One line of the audit.
 *
 * @param number in the order of writing, 0 for one that is not written yet
 * @param who asked for the request, or decided something about it
 * @param event {@code sent}, {@code answered}, {@code lost}, or what somebody decided: {@code replayed}, {@code discarded}, …
 * @param method of the call, null where it is about none; likewise {@code place}, its path without the query
 * @param status of the answer, null where there is none
 * @param body what was sent or answered, with personal values masked unless settings keep them; null for nothing
 * @param reason why somebody decided so, null where nobody did
 */
public record AuditEntry(
        long number,
        long request,
        int attempt,
        Instant at,
        String who,
        String event,
        String method,
        String place,
        Integer status,
        String body,
        String reason,
        String intercomRequestId) {

    /** Without the body, so that it does not reach a log. */
    @Override
    public String toString() {
        return "AuditEntry[request=" + request + ", event=" + event + ", place=" + place + ", status=" + status + "]";
    }
}
