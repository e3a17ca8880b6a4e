package io.eicbridge.journal.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The journal of queue items. */
public final class QueueItems {
    private static final String COLUMNS =
            "item, request, endpoint, state, ticket_type, ticket, job, opened_at, looked_at,"
                    + " reminded_at, resolved_at, reopened";
    private static final String SELECT = "select " + COLUMNS + " from queue_items where ";
    private final Clock clock;

    /** Items by this clock. */
    public QueueItems(Clock clock) {
        this.clock = clock;
    }

    /** Keeps a new item whose ticket is there, or whose job is; the other is null. */
    public QueueItem open(Handle handle, long request, String endpoint, String type, String ticket, String job) {
        long item = handle.createUpdate(
                        "insert into queue_items (request, endpoint, state, ticket_type, ticket, job, opened_at,"
                                + " looked_at, reminded_at) values (:request, :endpoint, :state, :type, :ticket, :job, :now, :now,"
                                + " :now)")
                .bind("request", request)
                .bind("endpoint", endpoint)
                .bind("state", (ticket == null ? QueueState.ENQUEUED : QueueState.OPEN).word())
                .bind("type", type)
                .bind("ticket", ticket)
                .bind("job", job)
                .bind("now", clock.instant())
                .executeAndReturnGeneratedKeys("item")
                .mapTo(Long.class)
                .one();
        return find(handle, item).orElseThrow();
    }

    /** The item of that number. */
    public Optional<QueueItem> find(Handle handle, long item) {
        return mapped(handle.createQuery(SELECT + "item = :item").bind("item", item)).stream()
                .findFirst();
    }

    /** The newest item of a request, ended or not. */
    public Optional<QueueItem> newestOf(Handle handle, long request) {
        return mapped(handle.createQuery(SELECT + "request = :request order by item desc fetch first 1 rows only")
                        .bind("request", request))
                .stream()
                .findFirst();
    }

    /** All items that have not ended, the oldest first. */
    public List<QueueItem> unended(Handle handle) {
        return mapped(
                handle.createQuery(SELECT + "state <> :ended order by item").bind("ended", QueueState.ENDED.word()));
    }

    /** The numbers of items that have not ended although their requests have, for instance because somebody discarded them. */
    public Set<Long> superfluous(Handle handle) {
        return handle.createQuery("select q.item from queue_items q join requests r on r.request = q.request"
                        + " where q.state <> :ended and r.ended_at is not null")
                .bind("ended", QueueState.ENDED.word())
                .mapTo(Long.class)
                .set();
    }

    /** Those of the tickets that belong to an item already. */
    public Set<String> taken(Handle handle, Set<String> tickets) {
        return handle.createQuery("select ticket from queue_items where ticket = any(:tickets)")
                .bindArray("tickets", String.class, tickets.toArray())
                .mapTo(String.class)
                .set();
    }

    /** Keeps that the item's state was read just now; {@code resolved} if a person says that it is done. */
    public void seen(Handle handle, long item, boolean resolved) {
        handle.createUpdate("update queue_items set looked_at = :now, state = :state, resolved_at = "
                        + (resolved ? "coalesce(resolved_at, :now)" : "null")
                        + " where item = :item and state <> :ended")
                .bind("now", clock.instant())
                .bind("state", (resolved ? QueueState.RESOLVED : QueueState.OPEN).word())
                .bind("ended", QueueState.ENDED.word())
                .bind("item", item)
                .execute();
    }

    /** Keeps that the item's job has made this ticket. */
    public void ticketed(Handle handle, long item, String ticket) {
        handle.createUpdate(
                        "update queue_items set ticket = :ticket, state = :state, looked_at = :now where item = :item")
                .bind("ticket", ticket)
                .bind("state", QueueState.OPEN.word())
                .bind("now", clock.instant())
                .bind("item", item)
                .execute();
    }

    /** Keeps that somebody is reminded now; false where another process has done so since the item was read. */
    public boolean reminded(Handle handle, QueueItem item) {
        return handle.createUpdate(
                                "update queue_items set reminded_at = :now where item = :item and reminded_at = :before")
                        .bind("now", clock.instant())
                        .bind("item", item.id())
                        .bind("before", item.remindedAt())
                        .execute()
                == 1;
    }

    /** Keeps that the item is opened again, because what it asks for was not done; false where it is not resolved any more. */
    public boolean reopened(Handle handle, long item) {
        return handle.createUpdate("update queue_items set state = :open, resolved_at = null, reopened = reopened + 1,"
                                + " reminded_at = :now where item = :item and state = :resolved")
                        .bind("open", QueueState.OPEN.word())
                        .bind("resolved", QueueState.RESOLVED.word())
                        .bind("now", clock.instant())
                        .bind("item", item)
                        .execute()
                == 1;
    }

    /** Ends the item with the outcome of its request; false where it had ended already. */
    public boolean end(Handle handle, long item, String outcome) {
        return handle.createUpdate("update queue_items set state = :ended, ended_at = :now, outcome = :outcome"
                                + " where item = :item and state <> :ended")
                        .bind("ended", QueueState.ENDED.word())
                        .bind("now", clock.instant())
                        .bind("outcome", outcome)
                        .bind("item", item)
                        .execute()
                == 1;
    }

    /** Forgets items that ended before a time; returns how many. */
    public int forget(Handle handle, Instant before) {
        return handle.createUpdate("delete from queue_items where ended_at < :before")
                .bind("before", before)
                .execute();
    }

    private static List<QueueItem> mapped(Query query) {
        return query.map((row, context) -> item(row)).list();
    }

    private static QueueItem item(ResultSet row) throws SQLException {
        return new QueueItem(
                row.getLong("item"),
                row.getLong("request"),
                row.getString("endpoint"),
                QueueState.of(row.getString("state")),
                row.getString("ticket_type"),
                row.getString("ticket"),
                row.getString("job"),
                time(row, "opened_at"),
                time(row, "looked_at"),
                time(row, "reminded_at"),
                time(row, "resolved_at"),
                row.getInt("reopened"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
