package io.eicbridge.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.dialect.Unmappable;
import io.eicbridge.directory.EntitlementRecord;
import io.eicbridge.importing.MappedPage.Refusal;
import io.eicbridge.intercom.Ids;
import io.eicbridge.intercom.Page;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Maps and stores pages of entitlements. */
public final class EntitlementPages {
    private final EntitlementStore store;
    private final Checkpoints checkpoints;

    /** Pages that go to this store. */
    public EntitlementPages(EntitlementStore store, Checkpoints checkpoints) {
        this.store = store;
        this.checkpoints = checkpoints;
    }

    void store(OpenSlice slice, Page page) {
        slice.page(page.items().size(), page.total());
        if (page.next() != null) {
            slice.guard()
                    .news(
                            page.items().stream()
                                    .map(item -> Ids.text(item.path("id")))
                                    .toList(),
                            slice.context());
        }
        store(slice, slice.kind().type(), page.items(), page.next());
    }

    void store(OpenSlice slice, String type, List<JsonNode> items, String next) {
        checkpoints.commit(slice, next, List.of(), handle -> write(handle, slice.run(), type, items));
    }

    private Tally write(Handle handle, LiveRun run, String type, List<JsonNode> items) {
        Tally tally = new Tally();
        List<EntitlementRecord> records = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (JsonNode item : items) {
            try {
                records.add(EntitlementMapping.map(run.source(), type, item));
            } catch (Unmappable e) {
                refused.add(Refusal.of(type + ":", item, e.getMessage()));
            }
        }
        store.store(handle, run, type, records, tally);
        store.refuse(handle, run, type, records, refused, tally);
        return tally;
    }
}
