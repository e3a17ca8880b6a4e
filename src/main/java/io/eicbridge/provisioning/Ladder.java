package io.eicbridge.provisioning;

import io.eicbridge.journal.request.AttemptOutcome;
import io.eicbridge.journal.request.Outcome;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.journal.request.RetryOwner;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Says what follows an attempt that failed for a passing reason: the caller's own repetition, a later try, or the end. */
final class Ladder {
    private final List<Duration> pauses;
    private final Clock clock;

    Ladder(List<Duration> pauses, Clock clock) {
        this.pauses = List.copyOf(pauses);
        this.clock = clock;
    }

    /** The outcome of a failed attempt of this request. */
    Outcome after(ProvisioningRequest request, String reason, String requestId) {
        int tries = request.tries() + 1;
        if (request.asked().owner() == RetryOwner.CALLER) {
            return Outcome.waiting(AttemptOutcome.RETRY, null, false, tries, reason, requestId);
        }
        if (tries > pauses.size()) {
            String all = "All " + tries + " tries failed, the last one because: " + reason;
            return Outcome.failed(AttemptOutcome.DEAD, RequestState.DEAD, tries, all, requestId);
        }
        return Outcome.waiting(
                AttemptOutcome.RETRY, clock.instant().plus(pauses.get(tries - 1)), true, tries, reason, requestId);
    }
}
