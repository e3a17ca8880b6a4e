package io.eicbridge.connector;

import io.eicbridge.directory.Pin;
import io.eicbridge.directory.Publications;
import io.eicbridge.journal.Run;
import io.eicbridge.journal.Runs;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Tells whether an endpoint can be read, and how old what it gives is. */
public final class ApiStatus {
    private final Store store;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Publications publications = new Publications();
    private final Runs runs;
    private final RunsInProgress inProgress;

    /** The state of the directory in this store; {@code clock} tells ages. */
    public ApiStatus(Store store, Catalogue catalogue, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.clock = clock;
        this.runs = new Runs(clock);
        this.inProgress = new RunsInProgress(runs);
    }

    /** The report of one endpoint: {@code status} is {@code ready} or {@code waiting}, ages are in seconds. */
    public Map<String, Object> report(Request request) {
        Methods.check(request);
        String endpoint = catalogue.population(request).endpoint();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("errorCode", "0");
        report.put("endpoint", endpoint);
        store.read(handle -> {
            report.putAll(publications
                    .current(handle, endpoint)
                    .map(pin -> ready(handle, pin))
                    .orElseGet(ApiStatus::waiting));
            report.putAll(unpublished(handle, endpoint));
            return null;
        });
        return report;
    }

    /** Runs that may still change what is served: one that has not ended, and those that wait for an approval. */
    private Map<String, Object> unpublished(Handle handle, String endpoint) {
        Map<String, Object> state = new LinkedHashMap<>();
        inProgress.of(handle, endpoint).ifPresent(progress -> {
            state.put("openRun", progress.get("run"));
            state.put("progress", progress);
        });
        List<Long> held = runs.held(handle, endpoint);
        if (!held.isEmpty()) {
            state.put("heldRuns", held);
        }
        return state;
    }

    private static Map<String, Object> waiting() {
        return Map.of(
                "status", "waiting", "message", "No full import has completed yet: lists answer 503 until one has.");
    }

    private Map<String, Object> ready(Handle handle, Pin pin) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("status", "ready");
        publications.completeRun(handle, pin.endpoint()).ifPresent(run -> state.put("lastCompleteRun", run));
        publications
                .completedAt(handle, pin.endpoint())
                .ifPresent(completed -> state.put("completedAt", completed.toString()));
        state.put("publishedRun", pin.run());
        runs.find(handle, pin.run()).map(Run::endedAt).ifPresent(ended -> state.put("publishedAt", ended.toString()));
        publications.importedAt(handle, pin.endpoint()).ifPresent(imported -> {
            state.put("importedAt", imported.toString());
            state.put("ageSeconds", Duration.between(imported, clock.instant()).toSeconds());
        });
        state.put("accounts", pin.accounts());
        return state;
    }
}
