package io.eicbridge.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What only one process may do at a time, held for a while by the clock of the database, which all processes share. */
public final class Leases {
    private static final String SELECT = "select name, holder, until_at from leases where name = :name";

    /**
     * Takes the lease where it is free, ended, or held by the same holder.
     *
     * @return the lease as it then stands: the caller has it where its holder is the caller
     */
    public Lease acquire(Handle handle, String name, String holder, Duration duration) {
        create(handle, name);
        Lease held = select(handle, SELECT + " for update", name).orElseThrow();
        Instant now = now(handle);
        if (!held.holder().equals(holder) && held.until().isAfter(now)) {
            return held;
        }
        return hold(handle, new Lease(name, holder, now.plus(duration)));
    }

    /** Goes on holding; false where the lease has gone to another holder meanwhile, and the work has to stop. */
    public boolean heartbeat(Handle handle, String name, String holder, Duration duration) {
        return handle.createUpdate("update leases set until_at = :until where name = :name and holder = :holder")
                        .bind("until", now(handle).plus(duration))
                        .bind("name", name)
                        .bind("holder", holder)
                        .execute()
                == 1;
    }

    /** Whether the holder has the lease; where it has, nobody else gets it before the transaction ends. */
    public boolean confirm(Handle handle, String name, String holder) {
        return select(handle, SELECT + " for update", name)
                .filter(lease -> lease.holder().equals(holder))
                .isPresent();
    }

    /** Gives the lease back; another holder's stays. */
    public void release(Handle handle, String name, String holder) {
        handle.createUpdate("update leases set holder = '', until_at = :never where name = :name and holder = :holder")
                .bind("never", Instant.EPOCH)
                .bind("name", name)
                .bind("holder", holder)
                .execute();
    }

    /** Who holds the lease; none where it is free or has ended. */
    public Optional<Lease> holder(Handle handle, String name) {
        Instant now = now(handle);
        return select(handle, SELECT, name).filter(lease -> lease.until().isAfter(now));
    }

    /** Ends all leases: at the start of a process that owns the whole database, where every other holder is dead. */
    public void takeOver(Handle handle) {
        handle.execute("delete from leases");
    }

    /** An ended lease under a name that nobody used: a row is there to be locked, whoever comes first. */
    private static void create(Handle handle, String name) {
        handle.createUpdate(
                        "insert into leases (name, holder, until_at) values (:name, '', :never) on conflict do nothing")
                .bind("name", name)
                .bind("never", Instant.EPOCH)
                .execute();
    }

    private static Lease hold(Handle handle, Lease lease) {
        handle.createUpdate("update leases set holder = :holder, until_at = :until where name = :name")
                .bind("holder", lease.holder())
                .bind("until", lease.until())
                .bind("name", lease.name())
                .execute();
        return lease;
    }

    private static Optional<Lease> select(Handle handle, String sql, String name) {
        return handle.createQuery(sql)
                .bind("name", name)
                .map((row, context) ->
                        new Lease(row.getString("name"), row.getString("holder"), RunRows.time(row, "until_at")))
                .findOne();
    }

    private static Instant now(Handle handle) {
        return handle.createQuery("select current_timestamp")
                .mapTo(Instant.class)
                .one();
    }
}
