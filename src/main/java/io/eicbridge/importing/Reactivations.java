package io.eicbridge.importing;

import io.eicbridge.journal.Returned;
import io.eicbridge.store.Store;
import java.util.List;

/** Tells which accounts came back that were gone, so that somebody can be notified: each at least once, whatever is killed in between. */
public final class Reactivations {
    /** More than anybody reads; the metric counts all. */
    private static final int MOST = 1_000;

    private final Store store;
    private final RunListener listener;
    private final Returned returned = new Returned();

    /** Reactivations in this store that are counted by this listener. */
    public Reactivations(Store store, RunListener listener) {
        this.store = store;
        this.listener = listener;
    }

    /** Ids of the accounts that this run, or one before it that was killed, brought back, at most a thousand. */
    public List<String> of(LiveRun run) {
        return store.read(handle -> returned.untold(handle, run.getEndpoint(), run.getId(), MOST));
    }

    /** Takes note that they were told, and counts all of them. */
    public void told(LiveRun run) {
        int accounts = store.inTransaction(handle -> returned.told(handle, run.getEndpoint(), run.getId()));
        if (accounts > 0) {
            listener.reactivated(run.getEndpoint(), accounts);
        }
    }
}
