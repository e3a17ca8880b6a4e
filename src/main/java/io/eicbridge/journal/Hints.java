package io.eicbridge.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What has to be read again. A run takes hints over, and they go when it ends; those of a run that ended otherwise are free again, and so
 * are never lost.
 */
public final class Hints {
    private static final String FREE = "endpoint = :endpoint and (run is null or run in"
            + " (select r.run from runs r where r.endpoint = :endpoint and r.mode = 'targeted' and r.state <> 'running'))";

    private final Clock clock;

    /** Hints by this clock. */
    public Hints(Clock clock) {
        this.clock = clock;
    }

    /** Adds hints that came with one topic; the same object may be hinted at any number of times. */
    public void add(Handle handle, Collection<Hint> hints, String topic) {
        if (hints.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("insert into hints (endpoint, object, object_id, noted_at, topic)"
                + " values (:endpoint, :object, :id, :now, :topic)");
        hints.forEach(hint -> batch.bind("endpoint", hint.endpoint())
                .bind("object", hint.object())
                .bind("id", hint.id())
                .bind("now", clock.instant())
                .bind("topic", topic)
                .add());
        batch.execute();
    }

    /** Whether an endpoint has hints: where no run is under way, those that one has taken wait as well, because it was killed. */
    public boolean waiting(Handle handle, String endpoint) {
        return handle.createQuery("select count(*) from hints where endpoint = :endpoint")
                        .bind("endpoint", endpoint)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** Gives a run the oldest hints, at most so many. */
    public void take(Handle handle, String endpoint, long run, int limit) {
        List<Long> oldest = handle.createQuery(
                        "select hint from hints where " + FREE + " order by hint fetch first :limit rows only")
                .bind("endpoint", endpoint)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
        handle.createUpdate("update hints set run = :run where hint = any(:hints)")
                .bind("run", run)
                .bindArray("hints", Long.class, oldest)
                .execute();
    }

    /** The objects that a run has taken, each once. */
    public Set<Hint> of(Handle handle, long run) {
        return handle.createQuery("select distinct endpoint, object, object_id from hints where run = :run")
                .bind("run", run)
                .map((row, context) -> new Hint(row.getString(1), row.getString(2), row.getString(3)))
                .set();
    }

    /** Lets go of what a run has read; which topics pointed at which accounts is kept with the run. */
    public void done(Handle handle, long run) {
        handle.createUpdate("insert into run_causes (run, account_id, topic) select distinct run, object_id, topic"
                        + " from hints where run = :run and object = :account and topic is not null")
                .bind("run", run)
                .bind("account", Hint.ACCOUNT)
                .execute();
        handle.createUpdate("delete from hints where run = :run")
                .bind("run", run)
                .execute();
    }

    /** The topics that pointed at an account, by the run that read it for them, joined by commas. */
    public Map<Long, String> causes(Handle handle, String account, Collection<Long> runs) {
        return handle
                .createQuery("select run, topic from run_causes where run = any(:runs) and account_id = :account"
                        + " order by topic")
                .bindArray("runs", Long.class, runs)
                .bind("account", account)
                .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.joining(", "))));
    }

    /** Lets go of hints that an endpoint has to be imported whole, where a run that began later has done so. */
    public void imported(Handle handle, String endpoint, Instant began) {
        handle.createUpdate("delete from hints where endpoint = :endpoint and object = :object and noted_at < :began")
                .bind("endpoint", endpoint)
                .bind("object", Hint.IMPORT)
                .bind("began", began)
                .execute();
    }

    /** Forgets hints that waited longer: a full import has read, or will read, what they point at. Returns how many. */
    public int forget(Handle handle, Duration age) {
        return handle.createUpdate("delete from hints where noted_at < :before")
                .bind("before", clock.instant().minus(age))
                .execute();
    }
}
