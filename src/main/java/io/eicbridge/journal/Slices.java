package io.eicbridge.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The plan of a run: its slices, each with a checkpoint that is written in the transaction of the page. */
public final class Slices {
    private static final String SELECT =
            "select slice, run, phase, kind, subject, lower_at, upper_at, expected, cursor, pages,"
                    + " read_rows, created, changed, unchanged, rejected, done from slices ";
    private static final String SUMS =
            "select count(*), sum(case when done then 1 else 0 end), sum(pages), sum(read_rows),"
                    + " sum(created), sum(changed), sum(unchanged), sum(rejected) from slices where run = :run and phase = :phase";
    private static final String CHECKPOINT = "update slices set cursor = :cursor, pages = pages + 1,"
            + " read_rows = read_rows + :read, created = created + :created, changed = changed + :changed,"
            + " unchanged = unchanged + :unchanged, rejected = rejected + :rejected, done = :done where slice = :slice";

    /** Adds slices to a run. */
    public void plan(Handle handle, long run, List<NewSlice> slices) {
        PreparedBatch batch =
                handle.prepareBatch("insert into slices (run, phase, kind, subject, lower_at, upper_at, expected)"
                        + " values (:run, :phase, :kind, :subject, :lower, :upper, :expected)");
        for (NewSlice slice : slices) {
            batch.bind("run", run)
                    .bind("phase", slice.phase())
                    .bind("kind", slice.kind())
                    .bind("subject", slice.subject())
                    .bind("lower", slice.lower())
                    .bind("upper", slice.upper())
                    .bind("expected", slice.expected())
                    .add();
        }
        if (!slices.isEmpty()) {
            batch.execute();
        }
    }

    /** Slices of that phase that were not read to their end, in the order of the plan. */
    public List<Slice> open(Handle handle, long run, String phase) {
        return handle.createQuery(SELECT + "where run = :run and phase = :phase and done = false order by slice")
                .bind("run", run)
                .bind("phase", phase)
                .map(Slices::slice)
                .list();
    }

    /** Every slice of a run, in the order of the plan. */
    public List<Slice> all(Handle handle, long run) {
        return handle.createQuery(SELECT + "where run = :run order by slice")
                .bind("run", run)
                .map(Slices::slice)
                .list();
    }

    /** The slice of that number. */
    public Optional<Slice> find(Handle handle, long slice) {
        return handle.createQuery(SELECT + "where slice = :slice")
                .bind("slice", slice)
                .map(Slices::slice)
                .findOne();
    }

    /** Counts one stored page and keeps where the next one begins; the counts are those of the page. */
    public void checkpoint(Handle handle, long slice, String cursor, Counts page, boolean done) {
        handle.createUpdate(CHECKPOINT)
                .bind("slice", slice)
                .bind("cursor", cursor)
                .bind("read", page.read())
                .bind("created", page.created())
                .bind("changed", page.changed())
                .bind("unchanged", page.unchanged())
                .bind("rejected", page.rejected())
                .bind("done", done)
                .execute();
    }

    /** Begins a slice again, for instance after its cursor expired; what it counted so far is forgotten. */
    public void restart(Handle handle, long slice) {
        handle.createUpdate("update slices set cursor = null, pages = 0, read_rows = 0, created = 0, changed = 0,"
                        + " unchanged = 0, rejected = 0, done = false where slice = :slice")
                .bind("slice", slice)
                .execute();
    }

    /** What the slices of one phase came to. */
    public SliceSums sums(Handle handle, long run, String phase) {
        return handle.createQuery(SUMS)
                .bind("run", run)
                .bind("phase", phase)
                .map((row, context) -> new SliceSums(row.getLong(1), row.getLong(2), row.getLong(3), counts(row, 4)))
                .one();
    }

    private static Slice slice(ResultSet row, StatementContext context) throws SQLException {
        return new Slice(
                row.getLong("slice"),
                row.getLong("run"),
                row.getString("phase"),
                row.getString("kind"),
                row.getString("subject"),
                RunRows.time(row, "lower_at"),
                RunRows.time(row, "upper_at"),
                RunRows.number(row, "expected"),
                row.getString("cursor"),
                row.getInt("pages"),
                counts(row, 11),
                row.getBoolean("done"));
    }

    private static Counts counts(ResultSet row, int first) throws SQLException {
        return new Counts(
                row.getLong(first),
                row.getLong(first + 1),
                row.getLong(first + 2),
                row.getLong(first + 3),
                row.getLong(first + 4));
    }
}
