package io.eicbridge.provisioning;

import io.eicbridge.failure.Configuration;
import io.eicbridge.journal.request.Attempts;
import io.eicbridge.journal.request.Audit;
import io.eicbridge.journal.request.AuditEntry;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.Intents;
import io.eicbridge.journal.request.Outcome;
import io.eicbridge.journal.request.Pause;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.store.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each attempt its one outcome, together with all that follows from it. */
public final class Outcomes {
    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);
    /** What an attempt ends with whose request another process has taken over: it has no outcome. */
    private static final String LOST = "lost";

    private final Store store;
    private final Attempts attempts;
    private final Intents intents;
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
            Intents intents,
            Audit audit,
            Verdicts verdicts,
            Aftermath aftermath,
            PauseKeeper pauses,
            InHand inHand,
            Tellers tellers) {
        this.store = store;
        this.attempts = attempts;
        this.intents = intents;
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
     * @return the word of the outcome; "lost" where another process has taken the request over
     */
    public String succeeded(ProvisioningRequest request, Object effect) {
        return effect instanceof Effect brought
                ? end(request, member -> verdicts.of(member, brought))
                : end(request, member -> verdicts.of(member, new IllegalStateException("no effect")));
    }

    /**
     * The route failed; by the kind of the failure the request waits, is rejected, or dead when its tries are used up. Where a ticket may have
     * been opened, the bridge finds out by itself whether it was: a person may work on it, whether the caller calls again or not.
     */
    public String failed(ProvisioningRequest request, Exception failure) {
        boolean ticket = store.read(handle -> intents.ticketInDoubt(handle, request.id()));
        return end(request, member -> verdicts.of(ticket ? member.repeatedByBridge() : member, failure));
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
        Map<ProvisioningRequest, Outcome> verdicts = new LinkedHashMap<>();
        held.claim().all().forEach(member -> verdicts.put(member, verdict.apply(member)));
        try {
            List<ProvisioningRequest> ended = store.inSmallTransaction(handle -> {
                audit.add(handle, unwritten);
                return verdicts.keySet().stream()
                        .filter(member -> end(handle, member, verdicts.get(member), held.trail()))
                        .toList();
            });
            ended.forEach(member -> tellers.listener()
                    .outcome(member, verdicts.get(member).kind().word()));
            return ended.stream().anyMatch(member -> member.id() == request.id())
                    ? told(held, verdict.apply(request))
                    : LOST;
        } finally {
            inHand.remove(request);
            tellers.bells().ring();
        }
    }

    private String told(InHand.Held held, Outcome own) {
        pauses.after(held, own);
        return own.kind().word();
    }

    /** False, with nothing written, where the request is another process's by now. */
    private boolean end(Handle handle, ProvisioningRequest request, Outcome verdict, Trail trail) {
        Outcome outcome = verdict.after(trail.calls(), trail.lastRequestId());
        if (!attempts.end(handle, request, inHand.holder(), outcome)) {
            LOG.error(
                    "Another process took the request over, this one's outcome does not count. {}", request.context());
            return false;
        }
        if (outcome.state() == RequestState.SUCCEEDED) {
            aftermath.succeeded(handle, request, outcome.accountId());
        } else if (outcome.state().failed()) {
            aftermath.failed(handle, request, outcome.reason());
        }
        // an earlier attempt may have been killed between its effect and its outcome
        if (trail.wrote() || request.attempt() > 1) {
            aftermath.changed(handle, request, outcome.accountId());
        }
        return true;
    }
}
