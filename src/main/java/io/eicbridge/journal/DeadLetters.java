package io.eicbridge.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** What could not be carried out, kept whole with its reason until somebody replays or discards it. */
public final class DeadLetters {
    private static final int REASON = 4000;
    private static final String COLUMNS = "dead_letter, endpoint, kind, subject, run, reason, created_at, state";
    private static final String INSERT = "insert into dead_letters (endpoint, kind, subject, run, reason, payload,"
            + " created_at, state) values (:endpoint, :kind, :subject, :run, :reason, :payload, :now, :state)";

    private final Clock clock;

    public DeadLetters(Clock clock) {
        this.clock = clock;
    }

    /** Keeps dead letters, in the transaction of the page that met them. */
    public void add(Handle handle, List<NewDeadLetter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(INSERT);
        for (NewDeadLetter letter : letters) {
            batch.bind("endpoint", letter.endpoint())
                    .bind("kind", letter.kind())
                    .bind("subject", letter.subject())
                    .bind("run", letter.run())
                    .bind("reason", cut(letter.reason()))
                    .bind("payload", letter.payload())
                    .bind("now", clock.instant())
                    .bind("state", DeadLetterState.OPEN.word())
                    .add();
        }
        batch.execute();
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
        return handle.createUpdate("update dead_letters set state = :state where dead_letter = :id and state = 'open'")
                        .bind("state", state.word())
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

    private static String cut(String reason) {
        return reason.length() <= REASON ? reason : reason.substring(0, REASON);
    }
}
