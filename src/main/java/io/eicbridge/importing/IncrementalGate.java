package io.eicbridge.importing;

import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.Mode;
import io.eicbridge.journal.Run;
import io.eicbridge.journal.RunState;
import io.eicbridge.journal.Runs;
import io.eicbridge.journal.Watermarks;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what an order for an incremental run comes to: without a complete full import of what the settings cover there is nothing to
 * go on from, so that a full one runs, once. Where that was held, or did not end well, somebody or the full schedule has to go first.
 */
public final class IncrementalGate {
    private static final Logger LOG = LoggerFactory.getLogger(IncrementalGate.class);
    private final Runs runs;
    private final Watermarks watermarks;

    /** Decides by this journal. */
    public IncrementalGate(Runs runs, Watermarks watermarks) {
        this.runs = runs;
        this.watermarks = watermarks;
    }

    /** The order to carry out; a Rejected failure where it has to wait. */
    ImportOrder decide(Handle handle, EndpointImport endpoint, ImportOrder order) {
        if (order.mode() != Mode.INCREMENTAL) {
            return order;
        }
        boolean marked = watermarks
                .find(handle, endpoint.name())
                .filter(mark -> mark.scope().equals(endpoint.coverage()))
                .isPresent();
        return marked ? incremental(handle, endpoint, order) : full(handle, endpoint, order);
    }

    private ImportOrder incremental(Handle handle, EndpointImport endpoint, ImportOrder order) {
        Optional<Run> last = runs.newest(handle, endpoint.name(), Mode.INCREMENTAL);
        if (last.isPresent() && last.get().state() == RunState.HELD) {
            throw new Rejected("Incremental run " + last.get().run() + " of " + endpoint.name()
                    + " is held, and others would be for the same reason: approve it with \"eic-bridge import approve "
                    + last.get().run() + "\", or let the next full import settle it.");
        }
        return order;
    }

    private ImportOrder full(Handle handle, EndpointImport endpoint, ImportOrder order) {
        Optional<Run> last = runs.newest(handle, endpoint.name(), Mode.FULL)
                .filter(run -> endpoint.coverage().equals(run.scope()));
        boolean badly = last.map(Run::state)
                .filter(state -> state != RunState.RUNNING && state != RunState.COMPLETE)
                .isPresent();
        if (badly) {
            throw new Rejected("There is no complete full import of " + endpoint.name()
                    + " with these settings yet, and full run " + last.get().run() + " is "
                    + last.get().state().word() + ": " + remedy(last.get()));
        }
        return instead(endpoint, order);
    }

    private static String remedy(Run run) {
        return run.state() == RunState.HELD
                ? "approve it with \"eic-bridge import approve " + run.run() + "\", or wait for the next full import."
                : "see \"eic-bridge import status " + run.run()
                        + "\", then import without --incremental, or wait for the" + " next full import.";
    }

    private static ImportOrder instead(EndpointImport endpoint, ImportOrder order) {
        LOG.info(
                "There is no complete full import with these settings yet: this run reads everything. [endpoint={}]",
                endpoint.name());
        return new ImportOrder(order.endpoint(), Mode.FULL, order.dryRun());
    }
}
