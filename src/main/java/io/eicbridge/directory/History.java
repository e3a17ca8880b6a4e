package io.eicbridge.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Tells what happened to an account, oldest first: its creation, changes of its attributes, memberships as far as they were published. */
public final class History {
    private static final String CREATED = "select a.account, a.first_run, r.started_at from accounts a"
            + " join endpoints e on e.endpoint_no = a.endpoint_no left join runs r on r.run = a.first_run"
            + " where a.account_id = :id and e.endpoint = :endpoint";
    private static final String CHANGES =
            "select changed_at, run, changes from account_history where account = :account order by entry";

    /** Everything that is kept of the account of that id; empty where there is none. */
    public Optional<List<HistoryEntry>> of(Handle handle, String endpoint, String id) {
        return handle.createQuery(CREATED)
                .bind("id", id)
                .bind("endpoint", endpoint)
                .map((row, context) -> new Created(row.getLong(1), row.getLong(2), time(context, row, 3)))
                .findOne()
                .map(created -> entries(handle, endpoint, created));
    }

    private static Instant time(StatementContext context, ResultSet row, int column) throws SQLException {
        return context.findColumnMapperFor(Instant.class).orElseThrow().map(row, column, context);
    }

    private static List<HistoryEntry> entries(Handle handle, String endpoint, Created created) {
        List<HistoryEntry> entries = new ArrayList<>();
        entries.add(new HistoryEntry(created.at(), created.run(), "created", "", "", ""));
        handle.createQuery(CHANGES)
                .bind("account", created.account())
                .map((row, context) -> changed(time(context, row, 1), nullable(row.getLong(2)), row.getString(3)))
                .forEach(entries::addAll);
        entries.addAll(new HeldTimes(handle, endpoint).of(created.account()));
        entries.sort(Comparator.comparing(HistoryEntry::at, Comparator.nullsFirst(Comparator.naturalOrder())));
        return entries;
    }

    private static Long nullable(long run) {
        return run == 0 ? null : run;
    }

    private static List<HistoryEntry> changed(Instant at, Long run, String changes) {
        SortedMap<String, List<String>> pairs = AttributesJson.readPairs(changes);
        if (pairs.isEmpty()) {
            return List.of(new HistoryEntry(at, run, "forgotten", "", "", ""));
        }
        return pairs.entrySet().stream()
                .map(pair -> new HistoryEntry(
                        at,
                        run,
                        "changed",
                        pair.getKey(),
                        pair.getValue().get(0),
                        pair.getValue().get(1)))
                .toList();
    }

    /** Deletes what happened before a time; what accounts are and hold now stays. Returns the rows. */
    public int purge(Handle handle, Instant before) {
        int rows = handle.createUpdate("delete from account_history where changed_at < :before")
                .bind("before", before)
                .execute();
        return rows
                + handle.createUpdate("delete from membership_history where to_run in"
                                + " (select run from runs where ended_at < :before)")
                        .bind("before", before)
                        .execute();
    }

    private record Created(long account, long run, Instant at) {}
}
