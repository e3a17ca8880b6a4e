package io.eicbridge.provisioning;

import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.Hints;
import io.eicbridge.journal.request.Laddered;
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
        Journal journal = Journal.by(tools.clock(), settings.lease());
        Outcomes.Tellers tellers = new Outcomes.Tellers(new Bells(), tools.listener());
        Aftermath aftermath = new Aftermath(tools.letters(), journal.later(), tools.hints(), whole, journal.ends());
        this.inHand = new InHand(tools.store(), journal.claims(), tools.holder());
        this.pauses = new PauseKeeper(tools.store(), journal.pauses(), settings.probe(), tools.wake(), tools.clock());
        this.desk = desk(journal, types, tellers, tools);
        this.shelf = new RequestShelf(
                tools.store(), journal.requests(), journal.attempts(), journal.audit(), journal.pauses());
        this.acts = acts(journal, tools);
        this.sights = new RequestSights(tools.store(), types.keySet(), tools.letters());
        this.work = new Work(claiming(journal, settings, tools), inHand, tools.wake());
        this.outcomes = outcomes(journal, settings, aftermath, tellers, tools);
        this.queueEnds =
                new QueueEnds(tools.store(), journal.requests(), journal.ends(), aftermath, tellers, tools.wake());
        this.callAudit = callAudit(journal, settings, tools);
        this.retryJob = new RetryJob(
                tools.store(), new Laddered(), journal.counts(), settings.perRun(), tools.wake(), tools.clock());
        this.sweep = new Sweep(tools.store(), journal.claims(), tools.wake(), tools.clock());
        LeftRequests left = new LeftRequests(tools.store(), journal.requests(), journal.ends(), aftermath);
        this.oldRecords = new OldRecords(tools.store(), left, settings, tools.clock());
    }

    private static RequestDesk desk(
            Journal journal, Map<String, Set<String>> types, Outcomes.Tellers tellers, Tools tools) {
        RequestKeys keys = new RequestKeys(
                tools.store(), journal.requests(), journal.later(), journal.pauses(), tools.letters(), tools.clock());
        return new RequestDesk(
                new Validation(types), keys, tools.store(), journal.requests(), tellers.bells(), tools.wake());
    }

    private static RequestActs acts(Journal journal, Tools tools) {
        RequestActs.Parts parts = new RequestActs.Parts(
                journal.requests(),
                new Restarts(tools.clock()),
                journal.ends(),
                journal.later(),
                tools.letters(),
                journal.audit());
        return new RequestActs(tools.store(), parts, tools.wake(), tools.clock());
    }

    private static Claiming claiming(Journal journal, ProvisioningSettings settings, Tools tools) {
        return new Claiming(
                tools.store(),
                journal.claims(),
                new TeamGate(journal.claims(), tools.holder()),
                new LimitGate(journal.counts(), settings.perHour()),
                new PauseGate(journal.pauses(), settings.probe()),
                new UpdateMerge(journal.later()),
                tools.holder(),
                tools.clock());
    }

    private Outcomes outcomes(
            Journal journal,
            ProvisioningSettings settings,
            Aftermath aftermath,
            Outcomes.Tellers tellers,
            Tools tools) {
        Verdicts verdicts = new Verdicts(new Ladder(settings.ladder(), tools.clock()), tools.clock());
        return new Outcomes(
                tools.store(), journal.attempts(), journal.audit(), verdicts, aftermath, pauses, inHand, tellers);
    }

    private CallAudit callAudit(Journal journal, ProvisioningSettings settings, Tools tools) {
        return new CallAudit(
                tools.store(),
                journal.audit(),
                journal.claims(),
                journal.requests(),
                inHand,
                new Masking(settings.personalValues()),
                tools.clock());
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
