package io.eicbridge.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.directory.Writing;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.ContactSearch;
import io.eicbridge.intercom.CreatedRange;
import io.eicbridge.intercom.Lane;
import io.eicbridge.intercom.Precision;
import io.eicbridge.intercom.Workspace;
import io.eicbridge.journal.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** A run that this process carries out: what it has learnt, how far it is, and whether it must stop. */
public final class LiveRun {
    private final long id;
    private final EndpointImport endpoint;
    private final ImportOrder order;
    private final Set<Long> hidden;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final LongAdder read = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final DrySightings sightings = new DrySightings();
    private final Map<String, Boolean> subscriptionOptIn = new ConcurrentHashMap<>();
    private volatile List<ObjectNode> filters = List.of();
    private volatile Workspace workspace;
    private volatile Precision precision = Precision.DAYS;
    private volatile Verdict verdict = Verdict.OPEN;
    private volatile String outcome = "running";
    private volatile Phase phase = Phase.ACCOUNTS;
    private volatile Tally tally;
    private volatile boolean approved;
    private volatile boolean held;
    private volatile String reason = "";
    private volatile Instant serverNow;

    LiveRun(long id, EndpointImport endpoint, ImportOrder order, Set<Long> hidden) {
        this.id = id;
        this.endpoint = endpoint;
        this.order = order;
        this.hidden = Set.copyOf(hidden);
    }

    /** The run's number in the journal. */
    public long getId() {
        return id;
    }

    /** The name of the run's endpoint. */
    public String getEndpoint() {
        return endpoint.name();
    }

    /** How the run ended, {@code running} until then. */
    public String getOutcome() {
        return outcome;
    }

    EndpointImport endpoint() {
        return endpoint;
    }

    ImportOrder order() {
        return order;
    }

    boolean dry() {
        return order.dryRun();
    }

    /** Runs whose effects are not published; this run's own are among them. */
    Set<Long> hidden() {
        return hidden;
    }

    /** How this run writes memberships. */
    Writing writing() {
        return new Writing(endpoint.name(), id, hidden);
    }

    /** A call of this run, in the lane of its mode. */
    Call own(Call call) {
        Lane lane = order.mode() == Mode.FULL ? Lane.FULL : Lane.INCREMENTAL;
        return call.inLane(lane).forRun(Long.toString(id), endpoint.name());
    }

    ContactSearch search() {
        return new ContactSearch(precision, workspace.zone());
    }

    /** The conditions of the endpoint's scope, with the ids of its tags and segments. */
    List<ObjectNode> filters() {
        return filters;
    }

    void filters(List<ObjectNode> found) {
        this.filters = List.copyOf(found);
    }

    /** The search for the contacts of a range that are in scope and meet one more condition, null for none. */
    ObjectNode query(CreatedRange range, ObjectNode condition) {
        List<ObjectNode> all = new ArrayList<>(filters);
        if (range.from() != null || range.to() != null || condition == null && all.isEmpty()) {
            all.add(search().createdIn(range));
        }
        if (condition != null) {
            all.add(condition);
        }
        return search().and(all.toArray(ObjectNode[]::new));
    }

    Workspace workspace() {
        return workspace;
    }

    void workspace(Workspace found) {
        this.workspace = found;
    }

    Precision precision() {
        return precision;
    }

    void precision(Precision found) {
        this.precision = found;
    }

    /** Whether each subscription type is an opt-in one, by its id; empty unless their memberships are imported. */
    Map<String, Boolean> subscriptionOptIn() {
        return subscriptionOptIn;
    }

    DrySightings sightings() {
        return sightings;
    }

    LongAdder read() {
        return read;
    }

    LongAdder requests() {
        return requests;
    }

    Verdict verdict() {
        return verdict;
    }

    /** The verdict, and for an incomplete run the words that say why. */
    void verdict(Verdict found, String why) {
        this.verdict = found;
        this.reason = why;
    }

    /** Why the run is incomplete or held; empty for neither. */
    String reason() {
        return reason;
    }

    /** What the run changes, once it was weighed; null before. */
    Tally tally() {
        return tally;
    }

    void tally(Tally added) {
        this.tally = added;
    }

    /** Intercom's own time when the run learnt its workspace. */
    Instant serverNow() {
        return serverNow;
    }

    void serverNow(Instant date) {
        this.serverNow = date;
    }

    /** Lets nothing be published before somebody approves it; every reason is kept. */
    synchronized void hold(String why) {
        held = true;
        reason = reason.isEmpty() ? why : reason + " " + why;
    }

    boolean held() {
        return held;
    }

    Phase phase() {
        return phase;
    }

    void phase(Phase now) {
        this.phase = now;
    }

    boolean approved() {
        return approved;
    }

    void approve() {
        this.approved = true;
    }

    void outcome(String ended) {
        this.outcome = ended;
    }

    /** Ends all slices after their page because of a failure; the first one is kept. */
    void fail(Exception cause) {
        failure.compareAndSet(null, cause);
        stop.countDown();
    }

    /** Ends all slices after their page; the next run goes on from there. */
    void stop() {
        stop.countDown();
    }

    boolean stopped() {
        return stop.getCount() == 0;
    }

    Exception failure() {
        return failure.get();
    }

    /** Waits unless the run must stop; returns whether it may go on. */
    boolean pause(Duration time) {
        try {
            return !stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    String context() {
        return "[run=" + id + " endpoint=" + endpoint.name() + " account=]";
    }
}
