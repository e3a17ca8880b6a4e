package io.eicbridge.journal;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Accounts that came back and of which nobody was told yet. */
public final class Returned {
    private static final String UNTOLD = " from reactivations where endpoint = :endpoint and run <= :run";

    /** Keeps accounts in the transaction that brings them back. */
    public void keep(Handle handle, String endpoint, long run, Collection<String> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("insert into reactivations (endpoint, account_id, run)"
                + " values (:endpoint, :account, :run) on conflict do nothing");
        accounts.forEach(account -> batch.bind("endpoint", endpoint)
                .bind("account", account)
                .bind("run", run)
                .add());
        batch.execute();
    }

    /** Those that a run or one before it brought back, by their ids, at most so many. */
    public List<String> untold(Handle handle, String endpoint, long run, int limit) {
        return handle.createQuery("select account_id" + UNTOLD + " order by account_id fetch first :limit rows only")
                .bind("endpoint", endpoint)
                .bind("run", run)
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    /** Lets go of them; returns how many there were. */
    public int told(Handle handle, String endpoint, long run) {
        return handle.createUpdate("delete" + UNTOLD)
                .bind("endpoint", endpoint)
                .bind("run", run)
                .execute();
    }
}
