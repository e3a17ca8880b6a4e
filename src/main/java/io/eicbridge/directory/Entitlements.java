package io.eicbridge.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The entitlements of all endpoints, type by type: stored page by page, marked gone, never deleted. */
public final class Entitlements {
    private static final int LONGEST_VALUE = 255;

    /** Stores one page that a run read; the value is the name, with the id behind it where another one of the type holds it. */
    public StoredEntitlements storePage(
            Handle handle, String endpoint, String type, long run, Instant now, List<EntitlementRecord> page) {
        Endpoints.lock(handle, endpoint);
        TypeRow row = EntitlementTypes.locked(handle, endpoint, type);
        Map<String, EntitlementRecord> records = new LinkedHashMap<>();
        page.forEach(entitlement -> records.put(entitlement.id(), entitlement));
        EntitlementRows rows = new EntitlementRows(handle, row.no(), run, now);
        Map<String, KnownEntitlement> known = rows.known(records.keySet());
        Map<String, String> values = values(rows, records, known);
        SortedEntitlements sorted = new SortedEntitlements(run);
        long place = row.entitlements();
        for (EntitlementRecord entitlement : records.values()) {
            KnownEntitlement before = known.get(entitlement.id());
            long key = before == null ? row.entitlement(++place) : before.entitlement();
            sorted.add(ValuedEntitlement.of(key, entitlement, values.get(entitlement.id())), before);
        }
        grow(handle, row, place);
        StoredEntitlements stored = sorted.store(rows);
        ChangeLog.entitlements(handle, endpoint, row.no(), sorted.changed());
        ChangeLog.membershipsOf(handle, endpoint, row.no(), run, sorted.named());
        ChangeLog.shownAnew(handle, endpoint, row.no(), sorted.back());
        return stored;
    }

    /** Keys of entitlements that memberships refer to; an unknown one becomes a placeholder, visible once it is stored. */
    public Map<String, Long> refer(
            Handle handle, String endpoint, String type, long run, Instant now, Collection<String> ids) {
        Endpoints.lock(handle, endpoint);
        TypeRow row = EntitlementTypes.locked(handle, endpoint, type);
        EntitlementRows rows = new EntitlementRows(handle, row.no(), run, now);
        Map<String, Long> keys = new HashMap<>();
        rows.known(ids).forEach((id, entitlement) -> keys.put(id, entitlement.entitlement()));
        List<ValuedEntitlement> placeholders = new ArrayList<>();
        for (String id : new TreeSet<>(ids)) {
            if (!keys.containsKey(id)) {
                long key = row.entitlement(row.entitlements() + placeholders.size() + 1);
                placeholders.add(ValuedEntitlement.placeholder(key, id));
                keys.put(id, key);
            }
        }
        rows.insert(placeholders);
        grow(handle, row, row.entitlements() + placeholders.size());
        return keys;
    }

    /** Keys of those of the ids that are known. */
    public Map<String, Long> keys(Handle handle, String endpoint, String type, Collection<String> ids) {
        TypeRow row = EntitlementTypes.find(handle, endpoint, type).orElse(new TypeRow(0, 0));
        Map<String, Long> keys = new HashMap<>();
        new EntitlementRows(handle, row.no(), 0, null)
                .known(ids)
                .forEach((id, entitlement) -> keys.put(id, entitlement.entitlement()));
        return keys;
    }

    /** Marks entitlements as seen without writing anything else of them. */
    public void touch(Handle handle, String endpoint, String type, long run, Collection<String> ids) {
        Endpoints.lock(handle, endpoint);
        TypeRow row = EntitlementTypes.locked(handle, endpoint, type);
        EntitlementRows rows = new EntitlementRows(handle, row.no(), run, null);
        rows.seen(rows.known(ids).values().stream()
                .map(KnownEntitlement::entitlement)
                .toList());
    }

    /** Entitlements that a publication of the run would show for the first time, in the order of their keys. */
    public List<Missing> created(Handle handle, String endpoint, String type, long run, Set<Long> hidden, int limit) {
        if (hidden.isEmpty()) {
            return List.of();
        }
        String unpublished = hidden.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return list(
                handle,
                endpoint,
                type,
                "entitlement_value is not null and seen_run >= " + run + " and first_run in (" + unpublished + ")",
                0,
                limit);
    }

    /** Active entitlements that nobody saw since the run began, in the order of their keys; {@code after} is 0 at first, then the last key. */
    public List<Missing> missing(Handle handle, String endpoint, String type, long run, long after, int limit) {
        return list(
                handle,
                endpoint,
                type,
                "entitlement_value is not null and status = 1 and seen_run < " + run,
                after,
                limit);
    }

    /** Named entitlements that are not gone, published or not. */
    public long countActive(Handle handle, String endpoint, String type) {
        return count(handle, endpoint, type, "and status = 1 and seen_run >= :run", 0);
    }

    /** Entitlements that a publication of the run would show for the first time; {@code hidden} are the runs not published. */
    public long countNew(Handle handle, String endpoint, String type, long run, Set<Long> hidden) {
        TypeRow row = EntitlementTypes.find(handle, endpoint, type).orElse(new TypeRow(0, 0));
        return handle.createQuery(
                        "select count(*) from entitlements where entitlement > :first and entitlement <= :last"
                                + " and entitlement_value is not null and seen_run >= :run and first_run = any(:hidden)")
                .bind("first", row.entitlement(0))
                .bind("last", row.entitlement(row.entitlements()))
                .bind("run", run)
                .bindArray("hidden", Long.class, hidden)
                .mapTo(Long.class)
                .one();
    }

    /** Active entitlements that nobody saw since the run began. */
    public long countMissing(Handle handle, String endpoint, String type, long run) {
        return count(handle, endpoint, type, "and status = 1 and seen_run < :run", run);
    }

    private static long count(Handle handle, String endpoint, String type, String condition, long run) {
        TypeRow row = EntitlementTypes.find(handle, endpoint, type).orElse(new TypeRow(0, 0));
        return handle.createQuery(
                        "select count(*) from entitlements where entitlement > :first and entitlement <= :last"
                                + " and entitlement_value is not null " + condition)
                .bind("first", row.entitlement(0))
                .bind("last", row.entitlement(row.entitlements()))
                .bind("run", run)
                .mapTo(Long.class)
                .one();
    }

    /** Entitlements that memberships refer to and that no list has told yet; their names are null. */
    public List<Missing> placeholders(Handle handle, String endpoint, String type, long after, int limit) {
        return list(handle, endpoint, type, "entitlement_value is null", after, limit);
    }

    /** Active entitlements that were seen since the run began, in the order of their keys. */
    public List<Missing> seen(Handle handle, String endpoint, String type, long run) {
        String condition = "entitlement_value is not null and status = 1 and seen_run >= " + run;
        return list(handle, endpoint, type, condition, 0, Integer.MAX_VALUE);
    }

    /**
     * What other unpublished runs found first, and the run found again or gave to an account, is the run's own from now on: otherwise
     * neither it nor who holds it would be seen before one of those is published, which may be never.
     */
    public void adopt(Handle handle, String endpoint, long run, Set<Long> unpublished) {
        Set<Long> others = new HashSet<>(unpublished);
        others.remove(run);
        if (others.isEmpty()) {
            return;
        }
        Endpoints.lock(handle, endpoint);
        for (int typeNo : EntitlementTypes.of(handle, endpoint)) {
            List<Long> adopted = EntitlementRows.adopt(handle, typeNo, run, others);
            ChangeLog.membershipsOf(handle, endpoint, typeNo, run, adopted);
        }
    }

    /** Marks entitlements as gone from Intercom; they stay listed as inactive. Returns how many were active before. */
    public int markGone(
            Handle handle, String endpoint, String type, long run, Collection<String> ids, String reason, Instant now) {
        Endpoints.lock(handle, endpoint);
        TypeRow row = EntitlementTypes.locked(handle, endpoint, type);
        List<Long> active = handle.createQuery("select entitlement from entitlements"
                        + " where entitlement_id = any(:ids) and coalesce(type_no, 0) = :typeNo and status = 1")
                .bindArray("ids", String.class, ids)
                .bind("typeNo", row.no())
                .mapTo(Long.class)
                .list();
        ChangeLog.entitlements(handle, endpoint, row.no(), active);
        return handle.createUpdate("update entitlements set status = 0, gone_reason = :reason, changed_run = :run,"
                        + " changed_at = :now where entitlement = any(:active)")
                .bind("reason", reason)
                .bind("run", run)
                .bind("now", now)
                .bindArray("active", Long.class, active)
                .execute();
    }

    private static List<Missing> list(
            Handle handle, String endpoint, String type, String condition, long after, int limit) {
        TypeRow row = EntitlementTypes.find(handle, endpoint, type).orElse(new TypeRow(0, 0));
        return handle.createQuery("select entitlement, entitlement_id, entitlement_value from entitlements"
                        + " where entitlement > :after and entitlement <= :last and " + condition
                        + " order by entitlement fetch first :limit rows only")
                .bind("after", Math.max(after, row.entitlement(0)))
                .bind("last", row.entitlement(row.entitlements()))
                .bind("limit", limit)
                .map((found, context) -> new Missing(found.getLong(1), found.getString(2), found.getString(3)))
                .list();
    }

    private static Map<String, String> values(
            EntitlementRows rows, Map<String, EntitlementRecord> records, Map<String, KnownEntitlement> known) {
        Map<String, List<String>> candidates = new LinkedHashMap<>();
        records.forEach((id, entitlement) -> candidates.put(id, candidates(entitlement)));
        Map<String, String> present = new HashMap<>();
        known.forEach((id, entitlement) -> present.put(id, entitlement.value()));
        return new Names(rows::held).choose(candidates, present);
    }

    static List<String> candidates(EntitlementRecord entitlement) {
        String suffix = " (" + entitlement.id() + ")";
        return List.of(
                cut(entitlement.name(), LONGEST_VALUE),
                cut(entitlement.name(), LONGEST_VALUE - suffix.length()) + suffix);
    }

    private static String cut(String name, int length) {
        return name.length() <= length ? name : name.substring(0, length);
    }

    private static void grow(Handle handle, TypeRow row, long place) {
        if (place > row.entitlements()) {
            EntitlementTypes.grow(handle, row.no(), place);
        }
    }
}
