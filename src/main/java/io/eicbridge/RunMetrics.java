package io.eicbridge;

import io.eicbridge.flow.watch.BridgeMetrics;
import io.eicbridge.importing.RunListener;
import java.time.Clock;

/** Counts runs in the bridge's metrics; what the age of the last good run tells is that of the last proof that nothing is missing. */
record RunMetrics(BridgeMetrics metrics, Clock clock) implements RunListener {
    @Override
    public void pageStored(String endpoint, int records) {
        metrics.pageStored(endpoint, records);
    }

    @Override
    public void reactivated(String endpoint, int accounts) {
        metrics.reactivated(endpoint, accounts);
    }

    @Override
    public void runEnded(String endpoint, String mode, String outcome, boolean good) {
        metrics.runEnded(endpoint, mode, outcome);
        if (good && mode.equals("full")) {
            metrics.goodRun(endpoint, clock.instant());
        }
    }
}
