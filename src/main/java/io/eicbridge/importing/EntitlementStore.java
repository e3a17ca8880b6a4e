package io.eicbridge.importing;

import io.eicbridge.directory.EntitlementRecord;
import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.StoredEntitlements;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Stores entitlements, less those that the settings leave out. */
public final class EntitlementStore {
    private final Entitlements entitlements;
    private final Clock clock;

    /** A store of entitlements in this part of the directory. */
    public EntitlementStore(Entitlements entitlements, Clock clock) {
        this.entitlements = entitlements;
        this.clock = clock;
    }

    void store(Handle handle, LiveRun run, String type, List<EntitlementRecord> records, Tally tally) {
        List<EntitlementRecord> wanted = records.stream()
                .filter(record -> !run.source().excluded().covers(type, record.name()))
                .toList();
        StoredEntitlements stored =
                entitlements.storePage(handle, run.getEndpoint(), type, run.getId(), clock.instant(), wanted);
        tally.add("entitlements." + type + ".created", stored.created());
        tally.add("entitlements." + type + ".changed", stored.changed());
        tally.add("entitlements." + type + ".unchanged", stored.unchanged());
    }
}
