package io.eicbridge.importing;

import io.eicbridge.directory.Publications;
import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.Mode;
import io.eicbridge.journal.NewRun;
import io.eicbridge.journal.Run;
import io.eicbridge.journal.RunState;
import io.eicbridge.journal.Runs;
import io.eicbridge.journal.Slices;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens and closes runs in the journal, under the endpoint's lease. */
public final class RunDesk {
    private static final Logger LOG = LoggerFactory.getLogger(RunDesk.class);
    private final Store store;
    private final Runs runs;
    private final Slices slices;
    private final Publications publications;
    private final RunLeases leases;
    private final RunReports reports;
    private final DeadLetters deadLetters;
    private final ImportSettings settings;
    private final Clock clock;

    /** A desk over this journal. */
    public RunDesk(
            Store store,
            Runs runs,
            Slices slices,
            Publications publications,
            RunLeases leases,
            RunReports reports,
            DeadLetters deadLetters,
            ImportSettings settings,
            Clock clock) {
        this.store = store;
        this.runs = runs;
        this.slices = slices;
        this.publications = publications;
        this.leases = leases;
        this.reports = reports;
        this.deadLetters = deadLetters;
        this.settings = settings;
        this.clock = clock;
    }

    /** Lets the lease of a dead process end first; a living one is a Rejected failure. */
    void outwaitTheDead(EndpointImport endpoint, Predicate<Duration> pause) {
        leases.outwaitTheDead(endpoint.name(), pause);
    }

    boolean elsewhere(String endpoint) {
        return leases.elsewhere(endpoint);
    }

    LiveRun open(EndpointImport endpoint, ImportOrder order) {
        leases.take(endpoint.name());
        try {
            LiveRun run = store.inTransaction(handle -> open(handle, endpoint, order));
            leases.keep(run);
            return run;
        } catch (RuntimeException e) {
            leases.release(endpoint.name());
            throw e;
        }
    }

    private LiveRun open(Handle handle, EndpointImport endpoint, ImportOrder order) {
        Optional<Run> interrupted =
                order.dryRun() ? Optional.empty() : runs.open(handle, endpoint.name(), order.mode());
        if (interrupted.isPresent() && resumable(handle, interrupted.get(), endpoint)) {
            return resumed(handle, endpoint, order, interrupted.get());
        }
        interrupted.ifPresent(old -> runs.finish(
                handle,
                old.run(),
                RunState.FAILED,
                "It was interrupted and is too old, or covers something else.",
                null));
        if (order.mode() == Mode.FULL && !order.dryRun()) {
            runs.supersedeHeld(handle, endpoint.name());
        }
        Run run = runs.start(
                handle,
                new NewRun(endpoint.name(), order.mode(), order.dryRun(), null, null, null, endpoint.coverage()));
        return live(handle, run.run(), endpoint, order);
    }

    private LiveRun live(Handle handle, long id, EndpointImport endpoint, ImportOrder order) {
        LiveRun live = new LiveRun(id, endpoint, order, publications.hiddenRuns(handle, endpoint.name()));
        deadLetters.open(handle, endpoint.name(), RefusedRecords.KIND).forEach(live.refusedBefore()::add);
        return live;
    }

    private boolean resumable(Handle handle, Run run, EndpointImport endpoint) {
        return run.startedAt().plus(settings.resumeWithin()).isAfter(clock.instant())
                && endpoint.coverage().equals(run.scope());
    }

    private LiveRun resumed(Handle handle, EndpointImport endpoint, ImportOrder order, Run run) {
        LiveRun live = live(handle, run.run(), endpoint, order);
        LOG.info("The interrupted run goes on where its last page was stored. {}", live.context());
        return live;
    }

    LiveRun reopen(long id, Map<String, EndpointImport> known) {
        EndpointImport endpoint = known.get(endpointOf(id));
        leases.take(endpoint.name());
        try {
            LiveRun run = store.inTransaction(handle -> held(handle, id, endpoint));
            leases.keep(run);
            return run;
        } catch (RuntimeException e) {
            leases.release(endpoint.name());
            throw e;
        }
    }

    private LiveRun held(Handle handle, long id, EndpointImport endpoint) {
        Run run = runs.find(handle, id).orElseThrow();
        if (run.state() != RunState.HELD || run.dry()) {
            throw new Rejected("Run " + id + " is " + run.state().word()
                    + " and cannot be approved; only a held run can, until a newer full run starts.");
        }
        ImportOrder order = new ImportOrder(endpoint.name(), run.mode(), false);
        LiveRun live = live(handle, id, endpoint, order);
        live.findings().approve();
        slices.forget(handle, id, Phase.ABSENCES.text());
        return live;
    }

    /** The same run, with what is known of it now, in the hands of the same lease. */
    LiveRun goOn(LiveRun rested) {
        boolean approval = rested.findings().approved();
        LiveRun run = store.inTransaction(handle -> approval
                ? held(handle, rested.getId(), rested.source())
                : live(handle, rested.getId(), rested.source(), rested.order()));
        run.inherit(rested);
        leases.keep(run);
        return run;
    }

    String endpointOf(long id) {
        return store.read(handle -> runs.find(handle, id))
                .map(Run::endpoint)
                .orElseThrow(() -> new Rejected("There is no run " + id + "; see \"eic-bridge import status\"."));
    }

    /** Ends a run at the moment {@code also} happens; a process that lost the run's lease can do neither. */
    void finish(LiveRun run, RunState state, String reason, Consumer<Handle> also) {
        store.inTransaction(handle -> {
            leases.confirm(handle, run);
            also.accept(handle);
            runs.addRequests(handle, run.getId(), run.requests().sumThenReset());
            String report = reports.of(handle, run, state, reason).toString();
            runs.finish(handle, run.getId(), state, reason, report);
            return null;
        });
    }

    /** Keeps why an unfinished run stopped; it stays open for the next import. */
    void note(LiveRun run, String reason) {
        store.inTransaction(handle -> {
            leases.confirm(handle, run);
            runs.addRequests(handle, run.getId(), run.requests().sumThenReset());
            runs.note(
                    handle,
                    run.getId(),
                    reason,
                    reports.of(handle, run, RunState.FAILED, reason).toString());
            return null;
        });
    }

    void release(LiveRun run) {
        leases.release(run.getEndpoint());
    }
}
