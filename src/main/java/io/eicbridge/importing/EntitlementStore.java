package io.eicbridge.importing;

import io.eicbridge.directory.EntitlementRecord;
import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.StoredEntitlements;
import io.eicbridge.directory.UntoldEntitlements;
import io.eicbridge.importing.MappedPage.Refusal;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Stores entitlements, less those that the settings leave out. */
public final class EntitlementStore {
    private final Entitlements entitlements;
    private final RefusedRecords refusals;
    private final UntoldEntitlements untold;
    private final Clock clock;

    /** A store of entitlements in this part of the directory. */
    public EntitlementStore(
            Entitlements entitlements, RefusedRecords refusals, UntoldEntitlements untold, Clock clock) {
        this.entitlements = entitlements;
        this.refusals = refusals;
        this.untold = untold;
        this.clock = clock;
    }

    void store(Handle handle, LiveRun run, String type, List<EntitlementRecord> records, Tally tally) {
        List<EntitlementRecord> wanted = records.stream()
                .filter(record -> !run.source().excluded().covers(type, record.name()))
                .filter(record -> !run.dry() || run.sightings().first(type + ":" + record.id()))
                .toList();
        StoredEntitlements stored =
                entitlements.storePage(handle, run.getEndpoint(), type, run.getId(), clock.instant(), wanted);
        tally.add("entitlements." + type + ".created", stored.created());
        tally.add("entitlements." + type + ".changed", stored.changed());
        tally.add("entitlements." + type + ".unchanged", stored.unchanged());
    }

    /** Keeps records of a page that cannot be mapped, and closes what was kept of those that can. */
    void refuse(
            Handle handle,
            LiveRun run,
            String type,
            List<EntitlementRecord> mapped,
            List<Refusal> refused,
            Tally tally) {
        if (run.dry()) {
            refused.forEach(refusal -> run.sightings().first(refusal.subject()));
        }
        if (!refused.isEmpty()) {
            List<String> ids = refused.stream()
                    .map(refusal -> refusal.subject().substring(type.length() + 1))
                    .toList();
            untold.asked(handle, run.getEndpoint(), type, ids, run.serverNow());
        }
        refusals.ofEntitlements(
                handle, run, type, mapped.stream().map(EntitlementRecord::id).toList(), refused, tally);
    }
}
