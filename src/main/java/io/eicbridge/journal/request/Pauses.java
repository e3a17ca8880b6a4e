package io.eicbridge.journal.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What is paused; it outlives the process, as what has to be mended does. */
public final class Pauses {
    private static final int LONGEST_CAPABILITY = 64;
    private static final String SELECT = "select capability, kind, reason, since, probe_at from pauses";

    /** What may be paused together: requests of one kind need the same permissions. */
    public static String kind(NewRequest asked) {
        return AskedBinding.kind(asked);
    }

    /** Pauses something, or goes on with a pause; true where it was not paused before. */
    public boolean begin(Handle handle, Pause pause) {
        int begun = handle.createUpdate("insert into pauses (capability, kind, reason, since, probe_at)"
                        + " values (:capability, :kind, :reason, :since, :probe) on conflict do nothing")
                .bind("capability", Attempts.cut(pause.capability(), LONGEST_CAPABILITY))
                .bind("kind", pause.kind())
                .bind("reason", Attempts.cut(pause.reason()))
                .bind("since", pause.since())
                .bind("probe", pause.probeAt())
                .execute();
        return begun == 1;
    }

    /** Moves the next probe of a kind, where one is due now: whoever is told true makes the probe. */
    public boolean probe(Handle handle, String kind, Instant now, Instant next) {
        return handle.createUpdate("update pauses set probe_at = :next where kind = :kind and probe_at <= :now")
                        .bind("kind", kind)
                        .bind("now", now)
                        .bind("next", next)
                        .execute()
                > 0;
    }

    /** The capabilities that a kind ran into are usable again, for all kinds. */
    public int lift(Handle handle, String kind) {
        return handle.createUpdate(
                        "delete from pauses where capability in (select p.capability from pauses p where p.kind = :kind)")
                .bind("kind", kind)
                .execute();
    }

    /** What a request has to wait for that is asked at this time; empty where nothing, or where it would be a probe. */
    public Optional<Pause> of(Handle handle, NewRequest asked, Instant now) {
        return handle.createQuery(SELECT + " where kind = '*' or kind = :kind and probe_at > :now"
                        + " order by kind fetch first 1 rows only")
                .bind("kind", AskedBinding.kind(asked))
                .bind("now", now)
                .map((row, context) -> pause(row))
                .findOne();
    }

    /** Everything that is paused. */
    public List<Pause> all(Handle handle) {
        return handle.createQuery(SELECT + " order by capability, kind")
                .map((row, context) -> pause(row))
                .list();
    }

    private static Pause pause(ResultSet row) throws SQLException {
        return new Pause(
                row.getString("capability"),
                row.getString("kind"),
                row.getString("reason"),
                RequestRows.time(row, "since"),
                RequestRows.time(row, "probe_at"));
    }
}
