package io.eicbridge.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Entitlements that memberships refer to and that no list has told, and when Intercom was last asked about each without telling its name. */
public final class UntoldEntitlements {
    private static final String UNTOLD =
            "select entitlement, entitlement_id, entitlement_value from entitlements e where entitlement > :first"
                    + " and entitlement <= :last and entitlement_value is null and first_run = any(:unpublished)"
                    + " and not exists (select 1 from entitlement_questions q where q.entitlement = e.entitlement"
                    + " and q.asked_at > :since) order by entitlement fetch first :limit rows only";
    private static final String NAMELESS = "select entitlement from entitlements where entitlement_id = any(:ids)"
            + " and coalesce(type_no, 0) = :typeNo and entitlement_value is null";

    /** Those that memberships of unpublished runs refer to and that were not asked about since; their names are null. */
    public List<Missing> find(
            Handle handle, String endpoint, String type, Set<Long> unpublished, Instant since, int limit) {
        TypeRow row = EntitlementTypes.find(handle, endpoint, type).orElse(new TypeRow(0, 0));
        return handle.createQuery(UNTOLD)
                .bind("first", row.entitlement(0))
                .bind("last", row.entitlement(row.entitlements()))
                .bindArray("unpublished", Long.class, unpublished)
                .bind("since", since)
                .bind("limit", limit)
                .map((found, context) -> new Missing(found.getLong(1), found.getString(2), found.getString(3)))
                .list();
    }

    /** Keeps that Intercom, by its own clock at that time, told of these ids nothing that gives them a name. */
    public void asked(Handle handle, String endpoint, String type, Collection<String> ids, Instant at) {
        List<Long> nameless = nameless(handle, endpoint, type, ids);
        handle.createUpdate("delete from entitlement_questions where entitlement = any(:nameless)")
                .bindArray("nameless", Long.class, nameless)
                .execute();
        try (Batch rows =
                new Batch(handle, "insert into entitlement_questions (entitlement, asked_at) values (?, ?)")) {
            nameless.forEach(entitlement -> rows.add(entitlement, at));
            rows.execute();
        }
    }

    private static List<Long> nameless(Handle handle, String endpoint, String type, Collection<String> ids) {
        TypeRow row = EntitlementTypes.find(handle, endpoint, type).orElse(new TypeRow(0, 0));
        return handle.createQuery(NAMELESS)
                .bindArray("ids", String.class, ids)
                .bind("typeNo", row.no())
                .mapTo(Long.class)
                .list();
    }
}
