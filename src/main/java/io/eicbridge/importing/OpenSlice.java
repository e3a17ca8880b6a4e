package io.eicbridge.importing;

import io.eicbridge.journal.Slice;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A slice while it is walked: where it is, and whether another page follows. */
public final class OpenSlice {
    private final LiveRun run;
    private final Slice planned;
    private final SliceKind kind;
    private final Set<String> collected = new LinkedHashSet<>();
    private RunawayGuard guard = new RunawayGuard();
    private String cursor;
    private long rows;
    private int pageRows;
    private Long total;
    private Instant told;
    private int pages;
    private int restarts;
    private boolean done;
    private CompletableFuture<Void> storing = CompletableFuture.completedFuture(null);

    OpenSlice(LiveRun run, Slice planned) {
        this.run = run;
        this.planned = planned;
        this.kind = SliceKind.of(planned.kind());
        boolean afresh = kind == SliceKind.COMPANIES; // nobody else's scroll can be picked up
        this.pages = planned.pages();
        this.cursor = afresh ? null : planned.cursor();
        this.rows = afresh ? 0 : planned.read();
    }

    /** Whether there is another page to read and nothing stops the run. */
    public boolean isOpen() {
        return !done && !run.stopped();
    }

    LiveRun run() {
        return run;
    }

    Slice planned() {
        return planned;
    }

    /** Whose list it is; empty where it is the only one. */
    String subject() {
        return planned.subject() == null ? "" : planned.subject();
    }

    SliceKind kind() {
        return kind;
    }

    String cursor() {
        return cursor;
    }

    RunawayGuard guard() {
        return guard;
    }

    /** Takes note of when Intercom answered, null where it did not say. */
    void told(Instant date) {
        told = date;
    }

    /** When Intercom answered, by its own clock; the start of the run where it did not say. */
    Instant told() {
        return told == null ? run.serverNow() : told;
    }

    /** Takes note of a page of so many rows in a list of {@code total}, null if that was not told. */
    void page(int read, Long ofTotal) {
        rows += read;
        pageRows = read;
        run.progress().read(read);
        total = ofTotal == null ? total : ofTotal;
        guard.rows(rows, ofTotal, context());
    }

    long rows() {
        return rows;
    }

    /** Rows of the page that was read last. */
    int pageRows() {
        return pageRows;
    }

    /** Ids of a list that is stored only when it was read to its end. */
    Set<String> collected() {
        return collected;
    }

    Long total() {
        return total;
    }

    /** Moves on after a page was stored; null means that it was the last. */
    void movedTo(String next) {
        if (kind != SliceKind.COMPANIES) {
            guard.at(next, context());
        }
        cursor = next;
        done = next == null;
    }

    /** Begins to store a page; returns how many of the slice were before it. */
    int nextPage() {
        return pages++;
    }

    /** Takes note of a page that is being stored. */
    void storing(CompletableFuture<Void> page) {
        storing = page;
        run.underWay().add(page);
    }

    /** Waits until the page before is stored; its failure where it is not. */
    void settle() {
        try {
            storing.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : e;
        }
    }

    /** Begins again from the first page; returns how often that happened. */
    int restart() {
        cursor = null;
        rows = 0;
        collected.clear();
        guard = new RunawayGuard();
        return ++restarts;
    }

    /** The end of every message about this slice, which is that of its run. */
    String context() {
        return "[slice=" + planned.slice() + " kind=" + kind + "] " + run.context();
    }
}
