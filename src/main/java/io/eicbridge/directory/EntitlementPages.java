package io.eicbridge.directory;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads the entitlements of a published state in the order in which they were first stored. */
public final class EntitlementPages {
    private static final String VISIBLE = " from entitlements where entitlement > :after and entitlement <= :last"
            + " and entitlement_value is not null and first_run <> all(:hidden)";
    private static final String PAGE =
            "select entitlement, entitlement_id, entitlement_value, status, attributes, changed_run" + VISIBLE
                    + " order by entitlement offset :offset rows fetch first :limit rows only";

    /** Up to {@code limit} entitlements after a key, 0 for the first page. */
    public List<EntitlementView> readAfter(Handle handle, Pin pin, String type, long after, int limit) {
        return page(handle, pin, type, after, 0, limit);
    }

    /** Up to {@code limit} entitlements from an offset on, counted from 0. */
    public List<EntitlementView> readFrom(Handle handle, Pin pin, String type, long offset, int limit) {
        return page(handle, pin, type, 0, offset, limit);
    }

    /** How many entitlements of the type are visible. */
    public long count(Handle handle, Pin pin, String type) {
        return bind(handle.createQuery("select count(*)" + VISIBLE), handle, pin, type, 0)
                .mapTo(Long.class)
                .one();
    }

    private static List<EntitlementView> page(Handle handle, Pin pin, String type, long after, long offset, int limit) {
        return bind(handle.createQuery(PAGE), handle, pin, type, after)
                .bind("offset", offset)
                .bind("limit", limit)
                .map((row, context) -> new EntitlementView(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4) == 1,
                        row.getString(5),
                        row.getLong(6)))
                .list();
    }

    private static Query bind(Query query, Handle handle, Pin pin, String type, long after) {
        TypeRow row = EntitlementTypes.find(handle, pin.endpoint(), type).orElse(new TypeRow(0, 0));
        return query.bind("after", Math.max(after, row.entitlement(0)))
                .bind("last", row.entitlement(row.entitlements()))
                .bindArray("hidden", Long.class, pin.hidden());
    }
}
