package io.eicbridge.importing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the runs of this process rest after their page and go on from there, so that what carries them out can be replaced. */
public final class Suspension {
    private static final Logger LOG = LoggerFactory.getLogger(Suspension.class);
    private static final Duration LOOK = Duration.ofMillis(50);
    private final LiveRuns live;
    private final ImportRuns imports;
    private final Consumer<LiveRun> carryOut;
    private final Consumer<LiveRun> approve;

    /** Suspends these runs; those that go on are handed to {@code carryOut} or {@code approve}, which return at once. */
    public Suspension(LiveRuns live, ImportRuns imports, Consumer<LiveRun> carryOut, Consumer<LiveRun> approve) {
        this.live = live;
        this.imports = imports;
        this.carryOut = carryOut;
        this.approve = approve;
    }

    /**
     * Suspends every run and waits until all rest; those that begin meanwhile rest before their first page.
     *
     * @return the numbers of runs that did not end their page within the limit, or before this process stopped
     */
    public List<Long> rest(Duration limit) {
        live.suspendAll();
        long end = System.nanoTime() + limit.toNanos();
        List<LiveRun> busy = live.busy();
        while (!busy.isEmpty() && System.nanoTime() < end && !live.stopping()) {
            await(busy.get(0), end);
            busy = live.busy();
        }
        return busy.stream().map(LiveRun::getId).toList();
    }

    private static void await(LiveRun run, long end) {
        long most = Math.max(1, Math.min(LOOK.toNanos(), end - System.nanoTime()));
        try {
            run.away().get(most, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // looked at again, as the process may stop meanwhile
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing fails here", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while runs end their page", e);
        }
    }

    /** Lets runs go on from their last stored page, one that still ends its page as soon as it has. */
    public void goOn() {
        live.endSuspension().forEach(run -> run.away().thenRun(() -> goOn(run)));
    }

    private void goOn(LiveRun rested) {
        if (live.ofEndpoint(rested.getEndpoint()).filter(rested::equals).isEmpty()) {
            return; // it came to its end all the same
        }
        if (!rested.takenOver()) {
            return; // an import that waited for it has its place
        }
        if (live.stopping()) {
            imports.abandon(rested);
            return;
        }
        try {
            LiveRun run = imports.goOn(rested);
            (run.findings().approved() ? approve : carryOut).accept(run);
        } catch (RuntimeException e) {
            LOG.error(
                    "The run could not go on, the next import does: {}",
                    rested.context().endOf(String.valueOf(e.getMessage())));
            imports.abandon(rested);
        }
    }
}
