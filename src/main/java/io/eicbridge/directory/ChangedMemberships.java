package io.eicbridge.directory;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Lists what a run began and ended, type by type; reads every membership of a type, as it is asked for held runs only. */
final class ChangedMemberships {
    private static final String OF_RUN = " from memberships where membership > :first and membership <= :last"
            + " and (from_run = :run and to_run is null or to_run = :run)";

    private static final String CHANGED = "select membership, to_run" + OF_RUN
            + " order by to_run nulls last, membership fetch first :limit rows only";
    private static final String COUNT = "select count(*)" + OF_RUN;

    private ChangedMemberships() {}

    static List<ChangedMembership> list(Handle handle, String endpoint, long run, int limit) {
        int endpointNo =
                Endpoints.find(handle, endpoint).orElse(new EndpointRow(0, 0)).no();
        List<ChangedMembership> changed = new ArrayList<>();
        for (int typeNo : EntitlementTypes.of(handle, endpoint)) {
            query(handle, CHANGED, typeNo, run)
                    .bind("limit", limit)
                    .map((row, context) -> new Changed(row.getLong(1), row.getObject(2) != null))
                    .list()
                    .forEach(found -> changed.add(named(handle, endpointNo, found)));
        }
        return changed;
    }

    static long count(Handle handle, String endpoint, long run) {
        return EntitlementTypes.of(handle, endpoint).stream()
                .mapToLong(typeNo ->
                        query(handle, COUNT, typeNo, run).mapTo(Long.class).one())
                .sum();
    }

    private static Query query(Handle handle, String sql, int typeNo, long run) {
        return handle.createQuery(sql)
                .bind("first", PackedKey.firstMembership(typeNo, 0))
                .bind("last", PackedKey.lastMembership(typeNo, PackedKey.PLACES))
                .bind("run", run);
    }

    private static ChangedMembership named(Handle handle, int endpointNo, Changed found) {
        String account = handle.createQuery("select account_id from accounts where account = :key")
                .bind("key", PackedKey.of(endpointNo, PackedKey.accountPlace(found.membership())))
                .mapTo(String.class)
                .one();
        return handle.createQuery("select t.type, coalesce(e.entitlement_value, e.entitlement_id) from entitlements e"
                        + " join entitlement_types t on t.type_no = :typeNo where e.entitlement = :key")
                .bind("key", PackedKey.entitlement(found.membership()))
                .bind("typeNo", PackedKey.number(PackedKey.entitlement(found.membership())))
                .map((row, context) ->
                        new ChangedMembership(account, row.getString(1), row.getString(2), found.ended()))
                .one();
    }

    private record Changed(long membership, boolean ended) {}
}
