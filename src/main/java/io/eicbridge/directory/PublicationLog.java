package io.eicbridge.directory;

import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Keeps what a publication shows or hides beside what its run wrote down itself, and gives it its number. */
final class PublicationLog {
    private PublicationLog() {}

    /** Numbers the publication itself, after the entitlements that it shows for the first time; before the first there is nobody to tell. */
    static void publication(Handle handle, String endpoint, long run, boolean first) {
        if (!first) {
            boolean alone = alone(handle, endpoint, run);
            EntitlementTypes.of(handle, endpoint).forEach(type -> published(handle, endpoint, type, run, alone));
        }
        handle.createUpdate("update runs set published_change = :change where run = :run")
                .bind("change", ChangeNumbers.take(handle, endpoint, 1))
                .bind("run", run)
                .execute();
    }

    /** What the run's entitlements show or hide of memberships that other runs began, as well. */
    private static void published(Handle handle, String endpoint, int typeNo, long run, boolean alone) {
        List<Long> created = which(handle, typeNo, run, "first_run = :run and entitlement_value is not null");
        ChangeLog.entitlements(handle, endpoint, typeNo, created);
        ChangeLog.membershipsOf(handle, endpoint, typeNo, run, alone ? List.of() : created);
        ChangeLog.membershipsOf(
                handle, endpoint, typeNo, run, which(handle, typeNo, run, "status = 0 and changed_run = :run"));
    }

    /** Whether no other run can have begun memberships of what this one found first: none waits, and none is newer. */
    private static boolean alone(Handle handle, String endpoint, long run) {
        return handle.createQuery("select count(*) from (select run from runs where run > :run and endpoint = :endpoint"
                                + " and dry = false union all select run from runs where endpoint = :endpoint"
                                + " and publication is null and swept = false and dry = false and run < :run) others")
                        .bind("endpoint", endpoint)
                        .bind("run", run)
                        .mapTo(Long.class)
                        .one()
                == 0;
    }

    /** Entitlements that dead runs found first become visible with the run that sweeps them away, and so do their memberships. */
    static void orphans(Handle handle, String endpoint, int typeNo, long run, Set<Long> dead) {
        List<Long> orphans = handle.createQuery("select entitlement from entitlements where entitlement > :first"
                        + " and entitlement <= :last and first_run = any(:dead) and entitlement_value is not null")
                .bind("first", PackedKey.of(typeNo, 0))
                .bind("last", PackedKey.of(typeNo, PackedKey.PLACES))
                .bindArray("dead", Long.class, dead)
                .mapTo(Long.class)
                .list();
        ChangeLog.entitlements(handle, endpoint, typeNo, orphans);
        ChangeLog.membershipsOf(handle, endpoint, typeNo, run, orphans);
    }

    /** What dead runs began or ended is undone and counts for nobody. */
    static void forget(Handle handle, Set<Long> dead) {
        handle.createUpdate("delete from membership_changes where run = any(:dead)")
                .bindArray("dead", Long.class, dead)
                .execute();
    }

    private static List<Long> which(Handle handle, int typeNo, long run, String condition) {
        return handle.createQuery("select entitlement from entitlements where entitlement > :first"
                        + " and entitlement <= :last and " + condition)
                .bind("first", PackedKey.of(typeNo, 0))
                .bind("last", PackedKey.of(typeNo, PackedKey.PLACES))
                .bind("run", run)
                .mapTo(Long.class)
                .list();
    }
}
