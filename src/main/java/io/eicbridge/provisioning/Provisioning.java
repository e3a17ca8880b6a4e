package io.eicbridge.provisioning;

import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.Hints;
import io.eicbridge.journal.request.Attempts;
import io.eicbridge.journal.request.Audit;
import io.eicbridge.journal.request.Claims;
import io.eicbridge.journal.request.Ends;
import io.eicbridge.journal.request.Laddered;
import io.eicbridge.journal.request.LaterRequests;
import io.eicbridge.journal.request.LimitCounts;
import io.eicbridge.journal.request.Pauses;
import io.eicbridge.journal.request.Requests;
import io.eicbridge.journal.request.Restarts;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** Everything that carries requests out, put together: what routes call, and what the connector API and commands ask. */
public final class Provisioning {
    private final RequestDesk desk;
    private final RequestShelf shelf;
    private final RequestActs acts;
    private final RequestSights sights;
    private final Work work;
    private final Outcomes outcomes;
    private final QueueEnds queueEnds;
    private final PauseKeeper pauses;
    private final CallAudit callAudit;
    private final RetryJob retryJob;
    private final Sweep sweep;
    private final OldRecords oldRecords;
    private final InHand inHand;

    /**
     * What it works with.
     *
     * @param holder names this process among all that share the database
     * @param wake lets a worker of this process look for the next request
     */
    public record Tools(
            Store store,
            Clock clock,
            String holder,
            DeadLetters letters,
            Hints hints,
            RequestListener listener,
            Runnable wake) {}

    /**
     * Requests for endpoints with these types of entitlements.
     *
     * @param types entitlement types by endpoint
     * @param whole endpoints that are imported whole where one account has changed
     */
    public Provisioning(ProvisioningSettings settings, Map<String, Set<String>> types, Set<String> whole, Tools tools) {
        Store store = tools.store();
        Clock clock = tools.clock();
        Requests requests = new Requests(clock);
        Attempts attempts = new Attempts(clock);
        Audit audit = new Audit();
        Claims claims = new Claims();
        Pauses paused = new Pauses();
        LaterRequests later = new LaterRequests();
        LimitCounts counts = new LimitCounts();
        Ends ends = new Ends(clock);
        Outcomes.Tellers tellers = new Outcomes.Tellers(new Bells(), tools.listener());
        Aftermath aftermath = new Aftermath(tools.letters(), later, tools.hints(), whole, ends);
        this.inHand = new InHand(store, claims, tools.holder());
        this.pauses = new PauseKeeper(store, paused, settings.probe(), tools.wake(), clock);
        this.desk = new RequestDesk(
                new Validation(types),
                new RequestKeys(store, requests, later, paused, tools.letters(), clock),
                store,
                requests,
                tellers.bells(),
                tools.wake());
        this.shelf = new RequestShelf(store, requests, attempts, audit, paused);
        this.acts = new RequestActs(
                store,
                new RequestActs.Parts(requests, new Restarts(clock), ends, later, tools.letters(), audit),
                tools.wake(),
                clock);
        this.sights = new RequestSights(store, types.keySet(), tools.letters());
        Claiming claiming = new Claiming(
                store,
                claims,
                new LimitGate(counts, settings.perHour()),
                new PauseGate(paused, settings.probe()),
                new UpdateMerge(later),
                tools.holder(),
                clock);
        this.work = new Work(claiming, inHand, tools.wake());
        Verdicts verdicts = new Verdicts(new Ladder(settings.ladder(), clock), clock);
        this.outcomes = new Outcomes(store, attempts, audit, verdicts, aftermath, pauses, inHand, tellers);
        this.queueEnds = new QueueEnds(store, requests, ends, aftermath, tellers, tools.wake());
        Masking masking = new Masking(settings.personalValues());
        this.callAudit = new CallAudit(store, audit, claims, requests, inHand, masking, clock);
        this.retryJob = new RetryJob(store, new Laddered(), counts, settings.perRun(), tools.wake(), clock);
        this.sweep = new Sweep(store, claims, tools.wake(), clock);
        this.oldRecords = new OldRecords(store, settings, clock);
    }

    /** What routes call, by name. */
    public Map<String, Object> beans() {
        return Map.ofEntries(
                Map.entry("requestDesk", desk),
                Map.entry("requestShelf", shelf),
                Map.entry("requestActs", acts),
                Map.entry("provisioningWork", work),
                Map.entry("provisioningSweep", sweep),
                Map.entry("outcomes", outcomes),
                Map.entry("pauseKeeper", pauses),
                Map.entry("callAudit", callAudit),
                Map.entry("retryJob", retryJob),
                Map.entry("queueEnds", queueEnds),
                Map.entry("oldRecords", oldRecords));
    }

    /** Where requests are handed in. */
    public RequestDesk desk() {
        return desk;
    }

    /** Where requests are looked at. */
    public RequestShelf shelf() {
        return shelf;
    }

    /** What people decide about requests. */
    public RequestActs acts() {
        return acts;
    }

    /** How requests do. */
    public RequestSights sights() {
        return sights;
    }

    /** Ends requests whose queue item ended. */
    public QueueEnds queueEnds() {
        return queueEnds;
    }

    /** Hands requests to workers. */
    public Work work() {
        return work;
    }

    /** Is told of every try of a call. */
    public CallAudit callAudit() {
        return callAudit;
    }

    /** Keeps the leases of what is carried out here alive; to be called every few seconds. */
    public void beat() {
        inHand.beat();
    }
}
