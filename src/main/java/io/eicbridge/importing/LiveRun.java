package io.eicbridge.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.directory.Writing;
import io.eicbridge.failure.About;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.ContactSearch;
import io.eicbridge.intercom.CreatedRange;
import io.eicbridge.intercom.Precision;
import io.eicbridge.intercom.Workspace;
import io.eicbridge.journal.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

/** A run that this process carries out: what it reads for, what it has learnt, and whether it must stop. */
public final class LiveRun {
    static final String SUSPENDED = "suspended";
    static final String INTERRUPTED = "interrupted";
    private static final String RUNNING = "running";
    private static final Set<String> UNFINISHED = Set.of(RUNNING, SUSPENDED, INTERRUPTED);
    private final long id;
    private final EndpointImport endpoint;
    private final ImportOrder order;
    private final Set<Long> hidden;
    private final RunProgress progress = new RunProgress();
    private final RunFindings findings = new RunFindings();
    private final HashedIds refusedBefore = new HashedIds();
    private final PagesUnderWay underWay = new PagesUnderWay();
    private final LongAdder requests = new LongAdder();
    private final LearntLists learnt = new LearntLists();
    private final RunHalt halt = new RunHalt();
    private volatile DrySightings sightings = new DrySightings();
    private volatile List<ObjectNode> filters = List.of();
    private volatile Workspace workspace;
    private volatile Precision precision = Precision.DAYS;
    private volatile Instant serverNow;
    private volatile String outcome = RUNNING;

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

    EndpointImport source() {
        return endpoint;
    }

    ImportOrder order() {
        return order;
    }

    /** Whether the run reads only what changed since the last good one. */
    public boolean isIncremental() {
        return order.mode() == Mode.INCREMENTAL;
    }

    /** Whether the run reads only what something pointed at. */
    public boolean isTargeted() {
        return order.mode() == Mode.TARGETED;
    }

    boolean dry() {
        return order.dryRun();
    }

    /** How this run writes memberships: effects of runs that are not published do not count, its own among them. */
    Writing writing() {
        return new Writing(endpoint.name(), id, hidden);
    }

    /** Runs that are not published. */
    Set<Long> hidden() {
        return hidden;
    }

    /** A call of this run, in the lane of its mode. */
    Call own(Call call) {
        return call.inLane(order.lane()).forRun(Long.toString(id), endpoint.name());
    }

    ContactSearch search() {
        return new ContactSearch(precision, workspace.zone());
    }

    /** The search for the contacts of a range that are in scope and meet one more condition, null for none. */
    ObjectNode query(CreatedRange range, ObjectNode condition) {
        return scoped().in(range, condition);
    }

    ScopedSearch scoped() {
        return new ScopedSearch(search(), filters);
    }

    /** The conditions of the endpoint's scope, with the ids of its tags and segments. */
    List<ObjectNode> filters() {
        return filters;
    }

    void filters(List<ObjectNode> found) {
        filters = List.copyOf(found);
    }

    Workspace workspace() {
        return workspace;
    }

    /** The workspace, and Intercom's own time when it was asked. */
    void learn(Workspace found, Instant date) {
        workspace = found;
        serverNow = date;
    }

    Instant serverNow() {
        return serverNow;
    }

    Precision precision() {
        return precision;
    }

    void learn(Precision found) {
        precision = found;
    }

    LearntLists learnt() {
        return learnt;
    }

    RunProgress progress() {
        return progress;
    }

    RunFindings findings() {
        return findings;
    }

    DrySightings sightings() {
        return sightings;
    }

    /** Subjects of open dead letters, so that only pages that hold one of them look for it. */
    HashedIds refusedBefore() {
        return refusedBefore;
    }

    LongAdder requests() {
        return requests;
    }

    PagesUnderWay underWay() {
        return underWay;
    }

    /** Ends all slices after their page because of a failure; false where the run stops already, for whatever reason. */
    boolean fail(Exception cause) {
        return halt.fail(cause);
    }

    Exception failure() {
        return halt.failure();
    }

    /** Ends all slices after their page; the next run goes on from there. */
    void stop() {
        halt.stop();
    }

    /** Ends all slices after their page for a while: the run keeps its place among the live ones and goes on later. */
    void suspend() {
        halt.suspend();
    }

    boolean suspended() {
        return halt.suspended();
    }

    /** Takes a run over that rests, to let it go on or to give it up; false where somebody else has. */
    boolean takenOver() {
        return halt.takenOver();
    }

    /** Completes when nobody works for this run any more: it rests, or it has left. */
    CompletableFuture<Void> away() {
        return halt.away();
    }

    /** Takes over what only the memory of a suspended run holds. */
    void inherit(LiveRun rested) {
        sightings = rested.sightings;
        requests.add(rested.requests.sumThenReset());
    }

    boolean stopped() {
        return halt.stopped();
    }

    /** Waits unless the run must stop; returns whether it may go on. */
    boolean pause(Duration time) {
        return halt.pause(time);
    }

    /** Whether the run has its outcome: one that rests or was interrupted goes on later. */
    public boolean isEnded() {
        return !UNFINISHED.contains(outcome);
    }

    void end(String word) {
        outcome = word;
    }

    /** The end of every message about this run. */
    About context() {
        return new About(Long.toString(id), endpoint.name(), "");
    }

    /** Outcome and context, for a line in the log. */
    @Override
    public String toString() {
        return outcome + " " + context();
    }
}
