package io.eicbridge.importing;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/** Pages of a run that are being stored while their slices move on. */
final class PagesUnderWay {
    private final Set<CompletableFuture<Void>> pages = ConcurrentHashMap.newKeySet();

    void add(CompletableFuture<Void> page) {
        pages.add(page);
        page.thenRun(() -> pages.remove(page)); // a failed one stays until somebody was told of it
    }

    /** Waits until none is left, also those of slices that stopped in the middle; the run fails with the first that failed. */
    void settle(LiveRun run) {
        for (CompletableFuture<Void> page : pages) {
            try {
                page.join();
            } catch (CompletionException e) {
                run.fail(e.getCause() instanceof RuntimeException own ? own : e);
            }
        }
    }
}
