package io.eicbridge.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Keeps which rows changed when, so that a consumer can be given what is new to it; what is merely created costs nothing here. */
final class ChangeLog {
    private static final int CHUNK = 10_000;
    private static final String MEMBERSHIPS = "insert into membership_changes (run, membership)"
            + " select cast(:run as bigint), listed.membership"
            + " from unnest(cast(:keys as bigint array)) as listed(membership) on conflict do nothing";
    private static final String OF_ENTITLEMENTS = "insert into membership_changes (run, membership)"
            + " select cast(:run as bigint), membership from memberships where membership >= :first"
            + " and membership <= :last and mod(membership, :places) = any(:entitlements) on conflict do nothing";

    private ChangeLog() {}

    /** Known accounts that got other content, went or came back; the caller has locked the endpoint. */
    static void accounts(Handle handle, String endpoint, int endpointNo, Collection<Long> accounts) {
        renew(handle, endpoint, "account", endpointNo, accounts);
    }

    /** Entitlements that got other content, went, came back or were first published; the caller has locked the endpoint. */
    static void entitlements(Handle handle, String endpoint, int typeNo, Collection<Long> entitlements) {
        renew(handle, endpoint, "entitlement", typeNo, entitlements);
    }

    private static void renew(Handle handle, String endpoint, String kind, int no, Collection<Long> keys) {
        if (keys.isEmpty()) {
            return;
        }
        long first = ChangeNumbers.take(handle, endpoint, keys.size());
        handle.createUpdate("delete from " + kind + "_changes where " + kind + " = any(:keys)")
                .bindArray("keys", Long.class, keys)
                .execute();
        String numbered = kind.equals("account") ? "endpoint_no" : "type_no";
        String insert = "insert into " + kind + "_changes (" + kind + ", " + numbered + ", change_no) values (?, ?, ?)";
        try (Batch rows = new Batch(handle, insert)) {
            long change = first;
            for (long key : keys) {
                rows.add(key, no, change++);
            }
            rows.execute();
        }
    }

    /** Memberships that a run began or ended; none before the first publication, when every consumer begins with everything. */
    static void memberships(Handle handle, String endpoint, long run, Collection<Long> memberships) {
        if (memberships.isEmpty() || !published(handle, endpoint)) {
            return;
        }
        List<Long> keys = new ArrayList<>(memberships);
        for (int at = 0; at < keys.size(); at += CHUNK) {
            handle.createUpdate(MEMBERSHIPS)
                    .bind("run", run)
                    .bindArray("keys", Long.class, keys.subList(at, Math.min(keys.size(), at + CHUNK)))
                    .execute();
        }
    }

    /**
     * All memberships of entitlements that a run shows or hides as a whole. Memberships lie in the order of their accounts, so
     * that this reads all of the type: it is for what happens seldom.
     */
    static void membershipsOf(Handle handle, String endpoint, int typeNo, long run, Collection<Long> entitlements) {
        if (entitlements.isEmpty() || !published(handle, endpoint)) {
            return;
        }
        handle.createUpdate(OF_ENTITLEMENTS)
                .bind("run", run)
                .bind("first", PackedKey.firstMembership(typeNo, 0))
                .bind("last", PackedKey.lastMembership(typeNo, PackedKey.PLACES))
                .bind("places", PackedKey.PLACES + 1)
                .bindArray(
                        "entitlements",
                        Long.class,
                        entitlements.stream().map(PackedKey::place).collect(Collectors.toSet()))
                .execute();
    }

    /**
     * All memberships of entitlements that are there again, which nobody has to wait for: they stand under a change's number, made
     * negative, instead of a run's.
     */
    static void shownAnew(Handle handle, String endpoint, int typeNo, Collection<Long> entitlements) {
        if (!entitlements.isEmpty()) {
            membershipsOf(handle, endpoint, typeNo, -ChangeNumbers.take(handle, endpoint, 1), entitlements);
        }
    }

    private static boolean published(Handle handle, String endpoint) {
        return handle.createQuery("select published_run from endpoints where endpoint = :endpoint")
                .bind("endpoint", endpoint)
                .mapTo(Long.class)
                .findOne()
                .isPresent();
    }
}
