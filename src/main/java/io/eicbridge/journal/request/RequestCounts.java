package io.eicbridge.journal.request;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** How many requests stand where, for gauges and health. */
public final class RequestCounts {

    /** Open requests of an endpoint by the word of their state; {@code left} are those for which nothing runs until their caller calls. */
    public Map<String, Long> open(Handle handle, String endpoint) {
        Map<String, Long> counts = new TreeMap<>();
        handle.createQuery("select case when state = 'waiting' and due_at is null then 'left' else state end as place,"
                        + " count(*) from requests where endpoint = :endpoint"
                        + " and state in ('waiting', 'running', 'held', 'queued') group by 1")
                .bind("endpoint", endpoint)
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** Since when the longest waiting request of an endpoint has been open, but for those that wait for their caller or a person. */
    public Optional<Instant> oldest(Handle handle, String endpoint) {
        return handle.createQuery("select min(created_at) from requests where endpoint = :endpoint"
                        + " and (state = 'running' or state = 'waiting' and due_at is not null)")
                .bind("endpoint", endpoint)
                .mapTo(Instant.class)
                .findOne();
    }
}
