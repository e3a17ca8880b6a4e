package io.eicbridge.connector;

import io.eicbridge.journal.Mode;
import io.eicbridge.journal.Run;
import io.eicbridge.journal.Runs;
import io.eicbridge.journal.Slices;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Tells how far the run is that has begun and not ended, as its pages tell it, whichever process carries it out. */
final class RunsInProgress {
    private final Runs runs;
    private final Slices slices = new Slices();

    RunsInProgress(Runs runs) {
        this.runs = runs;
    }

    /** {@code run, mode, startedAt, read} and {@code expected} accounts; empty where every run has ended. */
    Optional<Map<String, Object>> of(Handle handle, String endpoint) {
        return Stream.of(Mode.values())
                .flatMap(mode -> runs.open(handle, endpoint, mode).stream())
                .max((one, other) -> Long.compare(one.run(), other.run()))
                .map(run -> told(handle, run));
    }

    private Map<String, Object> told(Handle handle, Run run) {
        Map<String, Object> progress = new LinkedHashMap<>();
        progress.put("run", run.run());
        progress.put("mode", run.mode().word());
        progress.put("startedAt", run.startedAt().toString());
        progress.put("read", slices.read(handle, run.run()));
        Optional.ofNullable(run.expected()).ifPresent(expected -> progress.put("expected", expected));
        return progress;
    }
}
