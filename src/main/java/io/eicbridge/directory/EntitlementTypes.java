package io.eicbridge.directory;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The numbers of entitlement types, given when a type is first stored. */
final class EntitlementTypes {
    private static final String ROW =
            "select type_no, entitlements from entitlement_types where endpoint = :endpoint and type = :type";
    private static final String CREATE = "insert into entitlement_types (type_no, endpoint, type)"
            + " select coalesce(max(type_no), 0) + 1, cast(:endpoint as varchar(40)), cast(:type as varchar(40))"
            + " from entitlement_types on conflict do nothing";

    private EntitlementTypes() {}

    /** The type's row while its endpoint is locked. */
    static TypeRow locked(Handle handle, String endpoint, String type) {
        return find(handle, endpoint, type).orElseGet(() -> create(handle, endpoint, type));
    }

    static Optional<TypeRow> find(Handle handle, String endpoint, String type) {
        return handle.createQuery(ROW)
                .bind("endpoint", endpoint)
                .bind("type", type)
                .map((row, context) -> new TypeRow(row.getInt(1), row.getLong(2)))
                .findOne();
    }

    /** The numbers of all types of an endpoint. */
    static List<Integer> of(Handle handle, String endpoint) {
        return handle.createQuery("select type_no from entitlement_types where endpoint = :endpoint order by type_no")
                .bind("endpoint", endpoint)
                .mapTo(Integer.class)
                .list();
    }

    static void grow(Handle handle, int typeNo, long entitlements) {
        handle.createUpdate("update entitlement_types set entitlements = :entitlements where type_no = :typeNo")
                .bind("entitlements", entitlements)
                .bind("typeNo", typeNo)
                .execute();
    }

    /** Again where another endpoint's type took the number at the same moment. */
    private static TypeRow create(Handle handle, String endpoint, String type) {
        Optional<TypeRow> created = Optional.empty();
        while (created.isEmpty()) {
            handle.createUpdate(CREATE)
                    .bind("endpoint", endpoint)
                    .bind("type", type)
                    .execute();
            created = find(handle, endpoint, type);
        }
        if (created.get().no() > PackedKey.NUMBERS) {
            throw new IllegalStateException("more than " + PackedKey.NUMBERS + " entitlement types cannot be kept");
        }
        return created.get();
    }
}
