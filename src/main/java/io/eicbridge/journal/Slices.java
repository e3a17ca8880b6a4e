package io.eicbridge.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The plan of a run: its slices, each with a checkpoint that is written in the transaction of the page. */
public final class Slices {
    private static final String SELECT =
            "select slice, run, phase, kind, subject, lower_at, upper_at, expected, cursor, pages,"
                    + " read_rows, total, tally, done from slices ";
    private static final String OF_PHASE = "run = :run and phase = :phase";
    private static final String OF_KIND = OF_PHASE + " and kind = :kind";
    private static final String CHECKPOINT = "update slices set cursor = :cursor, pages = pages + 1,"
            + " read_rows = :read, total = coalesce(cast(:total as bigint), total), tally = :tally, done = :done"
            + " where slice = :slice";

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

    /** Adds those slices of a phase of which none of the same kind and subject waits to be read. */
    public void planOnce(Handle handle, long run, String phase, List<NewSlice> slices) {
        Set<String> known = new HashSet<>(handle.createQuery("select kind, subject from slices where " + OF_PHASE
                        + " and pages = 0 and done = false and subject = any(:subjects)")
                .bind("run", run)
                .bind("phase", phase)
                .bindArray(
                        "subjects",
                        String.class,
                        slices.stream().map(NewSlice::subject).toList())
                .map((row, context) -> row.getString(1) + " " + row.getString(2))
                .list());
        plan(
                handle,
                run,
                slices.stream()
                        .filter(slice -> known.add(slice.kind() + " " + slice.subject()))
                        .toList());
    }

    /** Whether more than so many pages of a slice are stored. */
    public boolean passed(Handle handle, long slice, int pages) {
        return handle.createQuery("select pages from slices where slice = :slice")
                        .bind("slice", slice)
                        .mapTo(Integer.class)
                        .one()
                > pages;
    }

    /** Slices of that phase that were not read to their end, in the order of the plan. */
    public List<Slice> open(Handle handle, long run, String phase) {
        return list(handle, "run = :run and phase = :phase and done = false", Map.of("run", run, "phase", phase));
    }

    /** Every slice of a run, in the order of the plan. */
    public List<Slice> all(Handle handle, long run) {
        return list(handle, "run = :run", Map.of("run", run));
    }

    /** The slices of one kind, in the order of the plan. */
    public List<Slice> ofKind(Handle handle, long run, String phase, String kind) {
        return list(handle, OF_KIND, Map.of("run", run, "phase", phase, "kind", kind));
    }

    /** Which of the subjects have a slice of that kind. */
    public Set<String> subjects(Handle handle, long run, String kind, Collection<String> subjects) {
        return handle.createQuery("select subject from slices where run = :run and kind = :kind"
                        + " and subject = any(:subjects)")
                .bind("run", run)
                .bind("kind", kind)
                .bindArray("subjects", String.class, subjects)
                .mapTo(String.class)
                .set();
    }

    /** The slice of that number. */
    public Optional<Slice> find(Handle handle, long slice) {
        return handle.createQuery(SELECT + "where slice = :slice")
                .bind("slice", slice)
                .map(Slices::slice)
                .findOne();
    }

    /** The slices of one phase, in the order of the plan. */
    public List<Slice> ofPhase(Handle handle, long run, String phase) {
        return list(handle, OF_PHASE, Map.of("run", run, "phase", phase));
    }

    private static List<Slice> list(Handle handle, String condition, Map<String, ?> values) {
        return handle.createQuery(SELECT + "where " + condition + " order by slice")
                .bindMap(values)
                .map(Slices::slice)
                .list();
    }

    /** Whether a list of the run was not read to its end. */
    public boolean unfinished(Handle handle, long run) {
        return any(handle, "run = :run and not done", Map.of("run", run));
    }

    /** Whether a phase was planned. */
    public boolean planned(Handle handle, long run, String phase) {
        return any(handle, OF_PHASE, Map.of("run", run, "phase", phase));
    }

    /** Whether slices of that kind were planned. */
    public boolean planned(Handle handle, long run, String phase, String kind) {
        return any(handle, OF_KIND, Map.of("run", run, "phase", phase, "kind", kind));
    }

    private static boolean any(Handle handle, String condition, Map<String, ?> values) {
        return handle.createQuery("select count(*) from slices where " + condition)
                        .bindMap(values)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** Keeps how far a slice is, in the transaction of the page. */
    public void checkpoint(Handle handle, long slice, Progress progress) {
        handle.createUpdate(CHECKPOINT)
                .bind("slice", slice)
                .bind("cursor", progress.cursor())
                .bind("read", progress.read())
                .bind("total", progress.total())
                .bind("tally", TallyText.write(TallyText.sum(counted(handle, slice), progress.page())))
                .bind("done", progress.done())
                .execute();
    }

    /** Adds counts that no page of the slice brought. */
    public void count(Handle handle, long slice, Map<String, Long> counts) {
        handle.createUpdate("update slices set tally = :tally where slice = :slice")
                .bind("slice", slice)
                .bind("tally", TallyText.write(TallyText.sum(counted(handle, slice), counts)))
                .execute();
    }

    /** Takes the slices of one phase out of a run, to plan it anew. */
    public void forget(Handle handle, long run, String phase) {
        handle.createUpdate("delete from slices where run = :run and phase = :phase")
                .bind("run", run)
                .bind("phase", phase)
                .execute();
    }

    /** Deletes slices of runs that ended before a time, at most so many; returns how many. */
    public int purge(Handle handle, Instant before, int limit) {
        return handle.createUpdate("delete from slices where slice in (select s.slice from slices s"
                        + " join runs r on r.run = s.run where r.ended_at < :before"
                        + " and (r.state not in ('running', 'held') or r.state = 'held' and r.dry = true)"
                        + " fetch first :limit rows only)")
                .bind("before", before)
                .bind("limit", limit)
                .execute();
    }

    private static Map<String, Long> counted(Handle handle, long slice) {
        return handle.createQuery("select tally from slices where slice = :slice")
                .bind("slice", slice)
                .mapTo(String.class)
                .map(TallyText::read)
                .one();
    }

    /** Counts by name, added up over all slices of a run. */
    public Map<String, Long> tally(Handle handle, long run) {
        return handle
                .createQuery("select tally from slices where run = :run and tally <> ''")
                .bind("run", run)
                .mapTo(String.class)
                .list()
                .stream()
                .map(TallyText::read)
                .reduce(Map.of(), TallyText::sum);
    }

    /** Rows of accounts that a run has read so far. */
    public long read(Handle handle, long run) {
        return handle.createQuery(
                        "select coalesce(sum(read_rows), 0) from slices where run = :run and phase = 'accounts'")
                .bind("run", run)
                .mapTo(Long.class)
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
                row.getLong("read_rows"),
                RunRows.number(row, "total"),
                TallyText.read(row.getString("tally")),
                row.getBoolean("done"));
    }
}
