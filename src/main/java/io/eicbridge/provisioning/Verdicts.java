package io.eicbridge.provisioning;

import io.eicbridge.failure.Configuration;
import io.eicbridge.failure.Failure;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.journal.request.AttemptOutcome;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.Outcome;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.journal.request.RetryOwner;
import io.eicbridge.store.DatabaseFailure;
import java.time.Clock;
import java.util.concurrent.RejectedExecutionException;

/** Says which outcome an attempt has, by what its route brought about or by the failure that ended it. */
final class Verdicts {
    private static final String STOPPED = "The bridge stopped during the attempt.";
    private final Ladder ladder;
    private final Clock clock;

    Verdicts(Ladder ladder, Clock clock) {
        this.ladder = ladder;
        this.clock = clock;
    }

    Outcome of(ProvisioningRequest request, Effect effect) {
        return effect.kind() == Effect.Kind.QUEUED
                ? Outcome.queued(effect, request.tries())
                : Outcome.succeeded(effect, request.tries());
    }

    /** A failure that nobody decided is one of the route or of this program: its message may hold anything, so it is not kept. */
    Outcome of(ProvisioningRequest request, Throwable failure) {
        String requestId = failure instanceof Failure told ? told.requestId().orElse(null) : null;
        if (stopped(failure)) {
            return Outcome.waiting(
                    AttemptOutcome.INTERRUPTED, clock.instant(), false, request.tries(), STOPPED, requestId);
        }
        if (failure instanceof Transient || failure instanceof DatabaseFailure) {
            return ladder.after(request, failure.getMessage(), requestId);
        }
        if (failure instanceof Configuration) {
            return paused(request, failure.getMessage(), requestId);
        }
        String reason = failure instanceof Rejected
                ? failure.getMessage()
                : "The route of this operation failed: " + failure.getClass().getSimpleName()
                        + ". See the log, and mend the route.";
        return Outcome.failed(AttemptOutcome.REJECTED, RequestState.REJECTED, request.tries(), reason, requestId);
    }

    /** The bridge stops: nothing is known of the request, so that it goes on where it was, whoever owns the repetitions. */
    private static boolean stopped(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof InterruptedException || at instanceof RejectedExecutionException) {
                return true;
            }
        }
        return false;
    }

    /** A pause uses up no try. */
    private Outcome paused(ProvisioningRequest request, String reason, String requestId) {
        boolean own = request.asked().owner() == RetryOwner.BRIDGE;
        return Outcome.waiting(
                AttemptOutcome.PAUSED, own ? clock.instant() : null, false, request.tries(), reason, requestId);
    }
}
