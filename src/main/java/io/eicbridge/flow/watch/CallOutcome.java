package io.eicbridge.flow.watch;

import io.eicbridge.intercom.Call;

/** What became of one try of a call. */
enum CallOutcome {
    /** Answered with 2xx, or with a status that the call accepts. */
    SUCCESS,
    /** Answered with another 4xx, or 3xx. */
    REJECTED,
    /** Not taken because of the rate. */
    REFUSED,
    /** Answered by a server that is busy or disturbed. */
    TRANSIENT,
    /** Not answered. */
    LOST;

    private static final int TIMEOUT = 408;

    static CallOutcome of(Call call, int status) {
        if (status / 100 == 2 || call.accepted().contains(status)) {
            return SUCCESS;
        }
        return status == TIMEOUT || status >= 500 ? TRANSIENT : REJECTED;
    }
}
