package io.eicbridge.provisioning;

import io.eicbridge.failure.Configuration;
import io.eicbridge.journal.request.Attempts;
import io.eicbridge.journal.request.Audit;
import io.eicbridge.journal.request.AuditEntry;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.Outcome;
import io.eicbridge.journal.request.Pause;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.store.Store;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each attempt its one outcome, together with all that follows from it. */
public final class Outcomes {
    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);
    private final Store store;
    private final Attempts attempts;
    private final Audit audit;
    private final Verdicts verdicts;
    private final Aftermath aftermath;
    private final PauseKeeper pauses;
    private final InHand inHand;
    private final Tellers tellers;

    /** Who is told of an outcome: those that wait for it, and those that count. */
    record Tellers(Bells bells, RequestListener listener) {}

    Outcomes(
            Store store,
            Attempts attempts,
            Audit audit,
            Verdicts verdicts,
            Aftermath aftermath,
            PauseKeeper pauses,
            InHand inHand,
            Tellers tellers) {
        this.store = store;
        this.attempts = attempts;
        this.audit = audit;
        this.verdicts = verdicts;
        this.aftermath = aftermath;
        this.pauses = pauses;
        this.inHand = inHand;
        this.tellers = tellers;
    }

    /**
     * The route came to its end; where a person was asked, the request waits for the queue item.
     *
     * @param effect what the route ended with, an {@link Effect} unless the route is wrong
     * @return the word of the outcome
     */
    public String succeeded(ProvisioningRequest request, Object effect) {
        return effect instanceof Effect brought
                ? end(request, member -> verdicts.of(member, brought))
                : end(request, member -> verdicts.of(member, new IllegalStateException("no effect")));
    }

    /** The route failed; by the kind of the failure the request waits, is rejected, or dead when its tries are used up. */
    public String failed(ProvisioningRequest request, Exception failure) {
        return end(request, member -> verdicts.of(member, failure));
    }

    /** A token, a permission or a plan is missing: whatever needs it waits. The pause where it has begun now, null otherwise. */
    public Pause paused(ProvisioningRequest request, Configuration failure) {
        Pause begun = pauses.begin(request, failure);
        failed(request, failure);
        return begun;
    }

    private String end(ProvisioningRequest request, Function<ProvisioningRequest, Outcome> verdict) {
        InHand.Held held = inHand.of(request);
        List<AuditEntry> unwritten = held.trail().drain();
        Outcome own = verdict.apply(request);
        try {
            store.inSmallTransaction(handle -> {
                audit.add(handle, unwritten);
                held.claim().all().forEach(member -> end(handle, member, verdict.apply(member), held.trail()));
                return null;
            });
            held.claim().all().forEach(member -> tellers.listener()
                    .outcome(member, verdict.apply(member).kind().word()));
            pauses.after(held, own);
        } finally {
            inHand.remove(request);
            tellers.bells().ring();
        }
        return own.kind().word();
    }

    private void end(Handle handle, ProvisioningRequest request, Outcome verdict, Trail trail) {
        Outcome outcome = verdict.after(trail.calls(), trail.lastRequestId());
        if (!attempts.end(handle, request, inHand.holder(), outcome)) {
            LOG.error(
                    "Another process took the request over, this one's outcome does not count. {}", request.context());
            return;
        }
        if (outcome.state() == RequestState.SUCCEEDED) {
            aftermath.succeeded(handle, request, outcome.accountId());
        } else if (outcome.state().failed()) {
            aftermath.failed(handle, request, outcome.reason());
        }
        if (trail.wrote()
                || request.attempt()
                        > 1) { // an earlier attempt may have been killed between its effect and its outcome
            aftermath.changed(handle, request, outcome.accountId());
        }
    }
}
