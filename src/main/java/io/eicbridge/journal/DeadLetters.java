package io.eicbridge.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What could not be carried out, kept whole with its reason until somebody replays or discards it. */
public final class DeadLetters {
    private static final String COLUMNS = "dead_letter, endpoint, kind, subject, run, reason, created_at, state";
    private static final String INSERT = "insert into dead_letters (endpoint, kind, subject, run, reason, payload,"
            + " created_at, state) values (:endpoint, :kind, :subject, :run, :reason, :payload, :now, 'open')";
    private static final String OPEN_OF_SUBJECT =
            " where endpoint = :endpoint and state = 'open' and kind = :kind and subject = :subject";
    private static final String REWRITE =
            "update dead_letters set run = :run, reason = :reason, payload = :payload, created_at = :now"
                    + OPEN_OF_SUBJECT;
    private static final String RESOLVE = "update dead_letters set state = 'resolved', payload = null, closed_at = :now"
            + " where endpoint = :endpoint and state = 'open' and kind = :kind";

    private final Clock clock;

    public DeadLetters(Clock clock) {
        this.clock = clock;
    }

    /**
     * Keeps dead letters of one endpoint, in the transaction of the page that met them. A subject has one open letter of a kind,
     * which is written anew.
     *
     * @return the subjects that had no open letter of the same run yet
     */
    public Set<String> keep(Handle handle, List<NewDeadLetter> letters) {
        Map<String, NewDeadLetter> bySubject = new LinkedHashMap<>();
        letters.forEach(letter -> bySubject.put(letter.subject(), letter));
        Set<String> first = new LinkedHashSet<>();
        for (NewDeadLetter letter : bySubject.values()) {
            Optional<Long> runOfOpen = runOfOpen(handle, letter);
            write(handle, letter, runOfOpen.isPresent() ? REWRITE : INSERT);
            if (runOfOpen.isEmpty() || !runOfOpen.get().equals(letter.run())) {
                first.add(letter.subject());
            }
        }
        return first;
    }

    /** The run of the subject's open letter, 0 for none; empty where no letter is open. */
    private static Optional<Long> runOfOpen(Handle handle, NewDeadLetter letter) {
        return handle.createQuery("select coalesce(run, 0) from dead_letters" + OPEN_OF_SUBJECT)
                .bind("endpoint", letter.endpoint())
                .bind("kind", letter.kind())
                .bind("subject", letter.subject())
                .mapTo(Long.class)
                .findFirst();
    }

    private void write(Handle handle, NewDeadLetter letter, String sql) {
        handle.createUpdate(sql)
                .bind("endpoint", letter.endpoint())
                .bind("kind", letter.kind())
                .bind("subject", letter.subject())
                .bind("run", letter.run())
                .bind("reason", Reasons.cut(letter.reason()))
                .bind("payload", letter.payload())
                .bind("now", clock.instant())
                .execute();
    }

    /** Subjects of an endpoint's open letters of a kind. */
    public List<String> open(Handle handle, String endpoint, String kind) {
        return handle.createQuery("select subject from dead_letters where endpoint = :endpoint and state = 'open'"
                        + " and kind = :kind and subject is not null")
                .bind("endpoint", endpoint)
                .bind("kind", kind)
                .mapTo(String.class)
                .list();
    }

    /** Closes the open letters of subjects that were carried out after all, and blanks their payloads. */
    public int resolve(Handle handle, String endpoint, String kind, Collection<String> subjects) {
        return handle.createUpdate(RESOLVE + " and subject = any(:subjects)")
                .bind("endpoint", endpoint)
                .bind("kind", kind)
                .bindArray("subjects", String.class, subjects)
                .bind("now", clock.instant())
                .execute();
    }

    /** Closes the open letter of a subject; its payload stays only where it was replayed, for it may come back. */
    public void settle(Handle handle, String endpoint, String kind, String subject, DeadLetterState state) {
        String payload = state == DeadLetterState.REPLAYED ? "payload" : "null";
        handle.createUpdate("update dead_letters set state = :state, payload = " + payload + OPEN_OF_SUBJECT)
                .bind("state", state.word())
                .bind("endpoint", endpoint)
                .bind("kind", kind)
                .bind("subject", subject)
                .execute();
    }

    /** Closes the open letters that a run which read everything did not write: their subjects are no longer there. */
    public int resolveUnseen(Handle handle, String endpoint, String kind, long run) {
        return handle.createUpdate(RESOLVE + " and run < :run")
                .bind("endpoint", endpoint)
                .bind("kind", kind)
                .bind("run", run)
                .bind("now", clock.instant())
                .execute();
    }

    /** Blanks everything that letters of a kind tell of a subject, and closes those that are open. */
    public int forget(Handle handle, String endpoint, String kind, String subject) {
        return handle.createUpdate(
                        "update dead_letters set closed_at = case when state = 'open' then :now else closed_at end,"
                                + " state = case when state = 'open' then 'resolved' else state end,"
                                + " payload = null, reason = 'forgotten' where endpoint = :endpoint and kind = :kind"
                                + " and subject = :subject")
                .bind("endpoint", endpoint)
                .bind("kind", kind)
                .bind("subject", subject)
                .bind("now", clock.instant())
                .execute();
    }

    /** Deletes letters that were closed before a time; returns how many. */
    public int purge(Handle handle, Instant before) {
        return handle.createUpdate(
                        "delete from dead_letters where state <> 'open' and coalesce(closed_at, created_at) < :before")
                .bind("before", before)
                .execute();
    }

    /** How many letters of a kind are open on an endpoint. */
    public long countOpen(Handle handle, String endpoint, String kind) {
        return handle.createQuery("select count(*) from dead_letters where endpoint = :endpoint and state = 'open'"
                        + " and kind = :kind")
                .bind("endpoint", endpoint)
                .bind("kind", kind)
                .mapTo(Long.class)
                .one();
    }

    /** The newest first, without their payloads. */
    public List<DeadLetter> list(Handle handle, DeadLetterQuery query) {
        Query rows = handle.createQuery("select " + COLUMNS + ", null as payload from dead_letters where 1 = 1"
                        + query.conditions() + " order by dead_letter desc fetch first :limit rows only")
                .bind("limit", query.limit());
        query.endpoint().ifPresent(endpoint -> rows.bind("endpoint", endpoint));
        query.kind().ifPresent(kind -> rows.bind("kind", kind));
        query.since().ifPresent(since -> rows.bind("since", since));
        query.state().ifPresent(state -> rows.bind("state", state.word()));
        return rows.map((row, context) -> letter(row)).list();
    }

    /** One dead letter with its payload. */
    public Optional<DeadLetter> show(Handle handle, long id) {
        return handle.createQuery("select " + COLUMNS + ", payload from dead_letters where dead_letter = :id")
                .bind("id", id)
                .map((row, context) -> letter(row))
                .findOne();
    }

    /** Changes the state of an open dead letter; false where it is not open any more, or unknown. */
    public boolean close(Handle handle, long id, DeadLetterState state) {
        return handle.createUpdate("update dead_letters set state = :state, closed_at = :now"
                                + " where dead_letter = :id and state = 'open'")
                        .bind("state", state.word())
                        .bind("now", clock.instant())
                        .bind("id", id)
                        .execute()
                == 1;
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getLong("dead_letter"),
                row.getString("endpoint"),
                row.getString("kind"),
                row.getString("subject"),
                RunRows.number(row, "run"),
                row.getString("reason"),
                row.getString("payload"),
                RunRows.time(row, "created_at"),
                DeadLetterState.of(row.getString("state")));
    }
}
