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
    private static final String DUE = "h.endpoint = :endpoint and not exists (select 1 from hints_aside a"
            + " where a.endpoint = h.endpoint and a.object = h.object and a.object_id = h.object_id and a.next_at > :now)";
    private static final String FREE = DUE + " and (h.run is null or h.run in"
            + " (select r.run from runs r where r.endpoint = :endpoint and r.mode = 'targeted' and r.state <> 'running'))";
    private static final String OBJECT = " where endpoint = :endpoint and object = :object and object_id = :id";

    private static final Duration LONGEST_REST = Duration.ofSeconds(30);
    private static final String URGENT = "(h.topic is null or h.topic not like 'request %' or h.noted_at < :early"
            + " or not exists (select 1 from requests q where q.endpoint = h.endpoint and (q.state = 'running'"
            + " or q.state = 'waiting' and not q.laddered and q.due_at <= :now)))";

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

    /**
     * Whether an endpoint has hints that are not put aside; those that provisioning left wait while it goes on, at most half a minute, so
     * that reading back does not take its rate. Where no run is under way, those that one has taken wait as well,
     * because it was killed.
     */
    public boolean waiting(Handle handle, String endpoint) {
        return handle.createQuery("select 1 from hints h where " + DUE + " and " + URGENT + " fetch first 1 rows only")
                .bind("endpoint", endpoint)
                .bind("now", clock.instant())
                .bind("early", clock.instant().minus(LONGEST_REST))
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Gives a run the oldest hints, at most so many. */
    public void take(Handle handle, String endpoint, long run, int limit) {
        List<Long> oldest = handle.createQuery(
                        "select h.hint from hints h where " + FREE + " order by h.hint fetch first :limit rows only")
                .bind("endpoint", endpoint)
                .bind("now", clock.instant())
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
        handle.createUpdate("delete from hints_aside where exists (select 1 from hints h where h.run = :run"
                        + " and h.endpoint = hints_aside.endpoint and h.object = hints_aside.object"
                        + " and h.object_id = hints_aside.object_id)")
                .bind("run", run)
                .execute();
        handle.createUpdate("delete from hints where run = :run")
                .bind("run", run)
                .execute();
    }

    /** Takes an object out of a run that could not read it, and returns how often that happened to it until it was read. */
    public int putAside(Handle handle, long run, Hint object) {
        int freed = handle.createUpdate("update hints set run = null" + OBJECT + " and run = :run")
                .bindMethods(object)
                .bind("run", run)
                .execute();
        boolean waits = freed == 0 && waits(handle, object);
        if (!waits) {
            count(handle, object);
        }
        if (freed == 0 && !waits) {
            add(handle, List.of(object), null);
        }
        return handle.createQuery("select tries from hints_aside" + OBJECT)
                .bindMethods(object)
                .mapTo(Integer.class)
                .one();
    }

    /** Whether the same run has put the object aside for another of its lists. */
    private boolean waits(Handle handle, Hint object) {
        return handle.createQuery("select 1 from hints_aside" + OBJECT + " and next_at > :now")
                .bindMethods(object)
                .bind("now", clock.instant())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private void count(Handle handle, Hint object) {
        int known = handle.createUpdate("update hints_aside set tries = tries + 1" + OBJECT)
                .bindMethods(object)
                .execute();
        if (known == 0) {
            handle.createUpdate("insert into hints_aside (endpoint, object, object_id, tries, next_at)"
                            + " values (:endpoint, :object, :id, 1, :now)")
                    .bindMethods(object)
                    .bind("now", clock.instant())
                    .execute();
        }
    }

    /** Lets the hints of an object that was put aside wait. */
    public void waitFor(Handle handle, Hint object, Duration time) {
        handle.createUpdate("update hints_aside set next_at = :next" + OBJECT)
                .bindMethods(object)
                .bind("next", clock.instant().plus(time))
                .execute();
    }

    /** Forgets the free hints of an object. */
    public void drop(Handle handle, Hint object) {
        handle.createUpdate("delete from hints" + OBJECT + " and run is null")
                .bindMethods(object)
                .execute();
        handle.createUpdate("delete from hints_aside" + OBJECT)
                .bindMethods(object)
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
        int forgotten = handle.createUpdate("delete from hints where noted_at < :before")
                .bind("before", clock.instant().minus(age))
                .execute();
        handle.execute("delete from hints_aside where not exists (select 1 from hints h where h.endpoint ="
                + " hints_aside.endpoint and h.object = hints_aside.object and h.object_id = hints_aside.object_id)");
        return forgotten;
    }
}
