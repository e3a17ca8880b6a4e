package io.eicbridge.importing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.directory.History;
import io.eicbridge.directory.HistoryEntry;
import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.Hints;
import io.eicbridge.journal.Run;
import io.eicbridge.journal.Runs;
import io.eicbridge.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Tells what happened to one account. */
public final class HistoryDesk {
    private static final int NOT_FOUND = 404;
    private final Store store;
    private final Runs runs;
    private final Hints hints;
    private final History history = new History();

    /** The history that is kept in this store. */
    public HistoryDesk(Store store, Runs runs, Hints hints) {
        this.store = store;
        this.runs = runs;
        this.hints = hints;
    }

    /** {@code {"endpoint","id","entries":[{at, run, mode, cause, kind, what, before, after}]}}, oldest first; Rejected where the account is unknown. */
    public ObjectNode of(String endpoint, String id) {
        return store.read(handle -> {
            List<HistoryEntry> entries = history.of(handle, endpoint, id)
                    .orElseThrow(() -> new Rejected(
                            "The directory has no account of " + endpoint
                                    + " with this id; give the id that Intercom shows.",
                            NOT_FOUND,
                            "",
                            null));
            List<Run> found = runs(handle, entries);
            Map<Long, String> causes =
                    hints.causes(handle, id, found.stream().map(Run::run).toList());
            return told(endpoint, id, entries, new Told(modes(found), causes));
        });
    }

    /** Modes of runs, and the topics for which they read the account. */
    private record Told(Map<Long, String> modes, Map<Long, String> causes) {}

    private List<Run> runs(Handle handle, List<HistoryEntry> entries) {
        return entries.stream()
                .map(HistoryEntry::run)
                .filter(Objects::nonNull)
                .distinct()
                .map(run -> runs.find(handle, run))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Map<Long, String> modes(List<Run> runs) {
        return runs.stream()
                .collect(Collectors.toMap(Run::run, run -> run.mode().word()));
    }

    private static ObjectNode told(String endpoint, String id, List<HistoryEntry> entries, Told runs) {
        ObjectNode answer =
                JsonNodeFactory.instance.objectNode().put("endpoint", endpoint).put("id", id);
        ArrayNode list = answer.putArray("entries");
        entries.forEach(entry -> list.addObject()
                .put("at", Objects.toString(entry.at(), ""))
                .put("run", entry.run())
                .put("mode", runs.modes().getOrDefault(Objects.requireNonNullElse(entry.run(), 0L), ""))
                .put("cause", runs.causes().getOrDefault(Objects.requireNonNullElse(entry.run(), 0L), ""))
                .put("kind", entry.kind())
                .put("what", entry.what())
                .put("before", entry.before())
                .put("after", entry.after()));
        return answer;
    }
}
