package io.eicbridge.provisioning;

import io.eicbridge.journal.request.Laddered;
import io.eicbridge.journal.request.LimitCounts;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Makes requests due whose time on the ladder has come; of what takes away, one run lets only so many through. */
public final class RetryJob {
    private static final int CHUNK = 500;
    private final Store store;
    private final Laddered laddered;
    private final LimitCounts counts;
    private final int perRun;
    private final Runnable wake;
    private final Clock clock;

    RetryJob(Store store, Laddered laddered, LimitCounts counts, int perRun, Runnable wake, Clock clock) {
        this.store = store;
        this.laddered = laddered;
        this.counts = counts;
        this.perRun = perRun;
        this.wake = wake;
        this.clock = clock;
    }

    /** Runs once; returns how many requests it has made due. */
    public int run() {
        Instant now = clock.instant();
        Map<String, Integer> through = new HashMap<>();
        int due = 0;
        long last = 0;
        List<ProvisioningRequest> found;
        do {
            long after = last;
            found = store.inTransaction(handle -> chunk(handle, now, after, through));
            due += found.size();
            last = found.isEmpty() ? last : found.get(found.size() - 1).id();
        } while (found.size() == CHUNK);
        if (due > 0) {
            wake.run();
        }
        return due;
    }

    private List<ProvisioningRequest> chunk(Handle handle, Instant now, long after, Map<String, Integer> through) {
        List<ProvisioningRequest> found = laddered.due(handle, now, after, CHUNK);
        found.forEach(request -> pickUp(handle, request, through));
        return found;
    }

    private void pickUp(Handle handle, ProvisioningRequest request, Map<String, Integer> through) {
        Operation operation = request.operation();
        int number = through.merge(request.endpoint() + "/" + operation, 1, Integer::sum);
        if (LimitGate.LIMITED.contains(operation) && number > perRun) {
            LimitGate.hold(handle, counts, request, perRun + " within a run of the retry job");
        } else {
            laddered.pickUp(handle, request.id());
        }
    }
}
