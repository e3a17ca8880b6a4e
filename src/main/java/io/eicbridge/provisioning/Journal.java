package io.eicbridge.provisioning;

import io.eicbridge.journal.request.Attempts;
import io.eicbridge.journal.request.Audit;
import io.eicbridge.journal.request.Claims;
import io.eicbridge.journal.request.Ends;
import io.eicbridge.journal.request.LaterRequests;
import io.eicbridge.journal.request.LimitCounts;
import io.eicbridge.journal.request.Pauses;
import io.eicbridge.journal.request.Requests;
import java.time.Clock;
import java.time.Duration;

/** The parts of the journal that everything of this room shares. */
record Journal(
        Requests requests,
        Attempts attempts,
        Audit audit,
        Claims claims,
        Pauses pauses,
        LaterRequests later,
        LimitCounts counts,
        Ends ends) {

    static Journal by(Clock clock, Duration lease) {
        return new Journal(
                new Requests(clock),
                new Attempts(clock),
                new Audit(),
                new Claims(lease),
                new Pauses(),
                new LaterRequests(),
                new LimitCounts(),
                new Ends(clock));
    }
}
