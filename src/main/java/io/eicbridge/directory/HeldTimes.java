package io.eicbridge.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Tells since when and until when an account held each entitlement, as far as runs were published. */
final class HeldTimes {
    private static final String EARLIER = "select membership, from_run, to_run from membership_history"
            + " where membership >= :first and membership <= :last";
    private static final String PUBLISHED =
            "select run, ended_at from runs where run = any(:runs) and publication is not null and ended_at is not null";
    private static final String NAMES = "select e.entitlement, t.type, coalesce(e.entitlement_value, e.entitlement_id)"
            + " from entitlements e join entitlement_types t on t.type_no = e.type_no where e.entitlement = any(:keys)";

    private final Handle handle;
    private final String endpoint;

    HeldTimes(Handle handle, String endpoint) {
        this.handle = handle;
        this.endpoint = endpoint;
    }

    List<HistoryEntry> of(long account) {
        List<Membership> times = new ArrayList<>();
        for (int type : EntitlementTypes.of(handle, endpoint)) {
            long first = PackedKey.firstMembership(type, PackedKey.place(account));
            long last = PackedKey.lastMembership(type, PackedKey.place(account));
            times.addAll(earlier(first, last));
            times.addAll(MembershipRows.between(handle, first, last));
        }
        return told(times);
    }

    private List<Membership> earlier(long first, long last) {
        return handle.createQuery(EARLIER)
                .bind("first", first)
                .bind("last", last)
                .map((row, context) -> new Membership(row.getLong(1), row.getLong(2), row.getLong(3), 0))
                .list();
    }

    private List<HistoryEntry> told(List<Membership> times) {
        Map<Long, Instant> published = published(times);
        Map<Long, HistoryEntry> names = names(times);
        List<HistoryEntry> entries = new ArrayList<>();
        for (Membership time : times) {
            HistoryEntry name = names.get(PackedKey.entitlement(time.key()));
            add(entries, published, time.fromRun(), "gained", name);
            add(entries, published, time.toRun(), "ended", name);
        }
        return entries;
    }

    private static void add(
            List<HistoryEntry> entries, Map<Long, Instant> published, Long run, String kind, HistoryEntry name) {
        if (run != null && published.containsKey(run)) {
            entries.add(new HistoryEntry(published.get(run), run, kind, name.what(), "", name.after()));
        }
    }

    private Map<Long, Instant> published(List<Membership> times) {
        Set<Long> runs = new HashSet<>();
        times.forEach(time -> runs.add(time.fromRun()));
        times.stream().map(Membership::toRun).filter(run -> run != null).forEach(runs::add);
        Map<Long, Instant> published = new HashMap<>();
        handle.createQuery(PUBLISHED)
                .bindArray("runs", Long.class, runs)
                .map((row, context) -> Map.entry(
                        row.getLong(1),
                        context.findColumnMapperFor(Instant.class).orElseThrow().map(row, 2, context)))
                .forEach(entry -> published.put(entry.getKey(), entry.getValue()));
        return published;
    }

    private Map<Long, HistoryEntry> names(List<Membership> times) {
        Map<Long, HistoryEntry> names = new HashMap<>();
        handle.createQuery(NAMES)
                .bindArray(
                        "keys",
                        Long.class,
                        times.stream()
                                .map(time -> PackedKey.entitlement(time.key()))
                                .distinct()
                                .toList())
                .map((row, context) -> Map.entry(
                        row.getLong(1), new HistoryEntry(null, null, "", row.getString(2), "", row.getString(3))))
                .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        return names;
    }
}
