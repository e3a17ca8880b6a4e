package io.eicbridge.directory;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds one entitlement by what a caller knows of it, published or not. */
public final class EntitlementFinds {
    private static final String SELECT = "select entitlement, entitlement_id, entitlement_value, status, attributes,"
            + " changed_run from entitlements where type_no = :typeNo and ";

    /** The named entitlement of that id. */
    public Optional<EntitlementView> byId(Handle handle, String endpoint, String type, String id) {
        return one(handle, endpoint, type, "entitlement_id = :what and entitlement_value is not null", id);
    }

    /** The entitlement whose value that is, with the id behind a name that is shared. */
    public Optional<EntitlementView> byValue(Handle handle, String endpoint, String type, String value) {
        return one(handle, endpoint, type, "entitlement_value = :what", value);
    }

    private static Optional<EntitlementView> one(
            Handle handle, String endpoint, String type, String condition, String what) {
        return EntitlementTypes.find(handle, endpoint, type).flatMap(row -> handle.createQuery(SELECT + condition)
                .bind("what", what)
                .bind("typeNo", row.no())
                .map((found, context) -> new EntitlementView(
                        found.getLong(1),
                        found.getString(2),
                        found.getString(3),
                        found.getInt(4) == 1,
                        found.getString(5),
                        found.getLong(6)))
                .findOne());
    }
}
