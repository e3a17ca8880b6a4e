package io.eicbridge.importing;

import java.util.List;

/** Tells which accounts a run found live again that were gone, so that somebody can be notified. */
public final class Reactivations {
    /** More than anybody reads; the metric counts all. */
    private static final int MOST = 1_000;

    private final RunListener listener;

    /** Reactivations that are counted by this listener. */
    public Reactivations(RunListener listener) {
        this.listener = listener;
    }

    /** Ids of the accounts that came back, at most a thousand; counts all of them. */
    public List<String> of(LiveRun run) {
        if (!run.returned().isEmpty()) {
            listener.reactivated(run.getEndpoint(), run.returned().size());
        }
        return run.returned().stream().sorted().limit(MOST).toList();
    }
}
