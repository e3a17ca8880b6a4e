package io.eicbridge.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The SQL of storing entitlements of one type. */
final class EntitlementRows {
    /** {@code coalesce} keeps the type out of the choice of an index, as in {@link AccountRows}. */
    private static final String OF_TYPE = " and coalesce(type_no, 0) = :typeNo";

    private static final String KNOWN =
            "select entitlement, entitlement_id, entitlement_value, status, hash, first_run, seen_run"
                    + " from entitlements where entitlement_id = any(:ids)" + OF_TYPE;
    private static final String HELD =
            "select entitlement_value from entitlements where entitlement_value = any(:values)" + OF_TYPE;
    private static final String INSERT =
            "insert into entitlements (entitlement, type_no, entitlement_id, entitlement_value,"
                    + " status, attributes, hash, first_run, seen_run, changed_run, changed_at)"
                    + " values (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)";
    private static final String FILL =
            "update entitlements set entitlement_value = ?, status = 1, attributes = ?, hash = ?,"
                    + " first_run = ?, seen_run = ?, changed_run = ?, changed_at = ? where entitlement = ?";
    private static final String UPDATE =
            "update entitlements set entitlement_value = ?, status = 1, gone_reason = null,"
                    + " attributes = ?, hash = ?, seen_run = ?, changed_run = ?, changed_at = ? where entitlement = ?";
    private static final String ADOPTED = "select entitlement from entitlements where entitlement > :first"
            + " and entitlement <= :last and first_run = any(:unpublished)"
            + " and (seen_run = :run or entitlement = any(:given))";
    private static final String GIVEN = "select distinct mod(membership, :places) from membership_changes"
            + " where run = :run and membership >= :first and membership <= :last";
    private static final String SEEN = "update entitlements set seen_run = :run where entitlement = any(:entitlements)";

    private final Handle handle;
    private final int typeNo;
    private final long run;
    private final Instant now;

    EntitlementRows(Handle handle, int typeNo, long run, Instant now) {
        this.handle = handle;
        this.typeNo = typeNo;
        this.run = run;
        this.now = now;
    }

    Map<String, KnownEntitlement> known(Collection<String> ids) {
        Map<String, KnownEntitlement> known = new HashMap<>();
        handle.createQuery(KNOWN)
                .bindArray("ids", String.class, ids)
                .bind("typeNo", typeNo)
                .map((row, context) -> new KnownEntitlement(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4) == 1,
                        row.getBytes(5),
                        row.getLong(6),
                        row.getLong(7)))
                .forEach(entitlement -> known.put(entitlement.id(), entitlement));
        return known;
    }

    Set<String> held(Set<String> values) {
        return handle.createQuery(HELD)
                .bindArray("values", String.class, values)
                .bind("typeNo", typeNo)
                .mapTo(String.class)
                .set();
    }

    void insert(List<ValuedEntitlement> created) {
        try (Batch rows = new Batch(handle, INSERT)) {
            for (ValuedEntitlement made : created) {
                rows.add(
                        made.key(),
                        typeNo,
                        made.id(),
                        made.value(),
                        made.attributes(),
                        made.hash(),
                        run,
                        run,
                        run,
                        now);
            }
            rows.execute();
        }
    }

    void fill(List<ValuedEntitlement> placeholders) {
        try (Batch rows = new Batch(handle, FILL)) {
            for (ValuedEntitlement found : placeholders) {
                rows.add(found.value(), found.attributes(), found.hash(), run, run, run, now, found.key());
            }
            rows.execute();
        }
    }

    void update(List<ValuedEntitlement> changed) {
        try (Batch rows = new Batch(handle, UPDATE)) {
            for (ValuedEntitlement other : changed) {
                rows.add(other.value(), other.attributes(), other.hash(), run, run, now, other.key());
            }
            rows.execute();
        }
    }

    /** What unpublished runs found first, and this one found again or gave to an account, is this one's from now on; their keys. */
    static List<Long> adopt(Handle handle, int typeNo, long run, Collection<Long> unpublished) {
        List<Long> found = handle.createQuery(ADOPTED)
                .bind("run", run)
                .bind("first", PackedKey.of(typeNo, 0))
                .bind("last", PackedKey.of(typeNo, PackedKey.PLACES))
                .bindArray("unpublished", Long.class, unpublished)
                .bindArray("given", Long.class, given(handle, typeNo, run))
                .mapTo(Long.class)
                .list();
        handle.createUpdate("update entitlements set first_run = :run where entitlement = any(:found)")
                .bind("run", run)
                .bindArray("found", Long.class, found)
                .execute();
        return found;
    }

    /** Entitlements whose memberships the run began or ended. */
    private static List<Long> given(Handle handle, int typeNo, long run) {
        return handle.createQuery(GIVEN)
                .bind("places", PackedKey.PLACES + 1)
                .bind("run", run)
                .bind("first", PackedKey.firstMembership(typeNo, 0))
                .bind("last", PackedKey.lastMembership(typeNo, PackedKey.PLACES))
                .mapTo(Long.class)
                .map(place -> PackedKey.of(typeNo, place))
                .list();
    }

    void seen(List<Long> entitlements) {
        if (!entitlements.isEmpty()) {
            handle.createUpdate(SEEN)
                    .bind("run", run)
                    .bindArray("entitlements", Long.class, entitlements)
                    .execute();
        }
    }
}
