package io.eicbridge.directory;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads the entitlements of one type that are new or other to a consumer. */
public final class EntitlementChanges {
    private static final String CHANGED =
            " from entitlement_changes c join entitlements e on e.entitlement = c.entitlement"
                    + " where c.type_no = :typeNo and c.change_no > :after and c.change_no <= :to"
                    + " and e.entitlement_value is not null and e.first_run <> all(:hidden)";
    private static final String PAGE = "select e.entitlement, e.entitlement_id, e.entitlement_value, e.status,"
            + " e.attributes, e.changed_run, c.change_no" + CHANGED
            + " order by c.change_no fetch first :limit rows only";

    private final EntitlementPages pages = new EntitlementPages();

    /** Entitlements that changed, or were first published, within the window, after a change's number; at a consumer's beginning all, after a key. */
    public List<DeltaRow<EntitlementView>> read(
            Handle handle, Pin pin, String type, Window window, long after, int limit) {
        return window.from() == 0
                ? pages.readAfter(handle, pin, type, after, limit).stream()
                        .map(view -> new DeltaRow<>(view.entitlement(), view))
                        .toList()
                : changed(handle, pin, type, window, after, limit);
    }

    private static List<DeltaRow<EntitlementView>> changed(
            Handle handle, Pin pin, String type, Window window, long after, int limit) {
        return bind(handle.createQuery(PAGE), handle, pin, type, window, after)
                .bind("limit", limit)
                .map((row, context) -> new DeltaRow<>(
                        row.getLong(7),
                        new EntitlementView(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getInt(4) == 1,
                                row.getString(5),
                                row.getLong(6))))
                .list();
    }

    /** How many there are. */
    public long count(Handle handle, Pin pin, String type, Window window) {
        return window.from() == 0
                ? pages.count(handle, pin, type)
                : bind(handle.createQuery("select count(*)" + CHANGED), handle, pin, type, window, 0)
                        .mapTo(Long.class)
                        .one();
    }

    private static Query bind(Query query, Handle handle, Pin pin, String type, Window window, long after) {
        TypeRow row = EntitlementTypes.find(handle, pin.endpoint(), type).orElse(new TypeRow(0, 0));
        return query.bind("typeNo", row.no())
                .bind("after", Math.max(after, window.from()))
                .bind("to", window.to())
                .bindArray("hidden", Long.class, pin.hidden());
    }
}
