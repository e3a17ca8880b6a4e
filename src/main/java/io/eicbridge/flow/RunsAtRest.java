package io.eicbridge.flow;

import io.eicbridge.importing.Suspension;
import java.time.Duration;
import java.util.List;

/** Runs rest after their page and go on from there. */
public final class RunsAtRest implements Standstill {
    private final Suspension suspension;

    /** The runs of this process. */
    public RunsAtRest(Suspension suspension) {
        this.suspension = suspension;
    }

    @Override
    public String rest(Duration limit) {
        List<Long> busy = suspension.rest(limit);
        return busy.isEmpty() ? "" : "the page of run " + busy.get(0) + " does not end";
    }

    @Override
    public void goOn() {
        suspension.goOn();
    }
}
