package io.eicbridge.importing;

import io.eicbridge.directory.Accounts;
import io.eicbridge.journal.Slices;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Ends the accounts that Intercom confirmed to be gone, and with them what they hold; disabled ones keep it. */
public final class GoneAccounts {
    private static final int CHUNK = 1_000;
    private final RunTransactions transactions;
    private final Slices slices;
    private final Accounts accounts;
    private final HeldStore held;
    private final DisabledContacts disabled;
    private final Clock clock;

    /** Ends in these parts of the directory what the journal knows to be gone. */
    public GoneAccounts(
            RunTransactions transactions,
            Slices slices,
            Accounts accounts,
            HeldStore held,
            DisabledContacts disabled,
            Clock clock) {
        this.transactions = transactions;
        this.slices = slices;
        this.accounts = accounts;
        this.held = held;
        this.disabled = disabled;
        this.clock = clock;
    }

    /** Marks them as gone, which can be done again after a kill. */
    void mark(LiveRun run) {
        GoneSubjects subjects = GoneSubjects.of(transactions, slices, run);
        subjects.accounts().forEach((reason, ids) -> chunks(ids)
                .forEach(chunk -> transactions.write(run, handle -> end(handle, run, reason, chunk))));
        subjects.disabled().forEach((reason, ids) -> chunks(ids)
                .forEach(chunk -> transactions.write(run, handle -> mark(handle, run, reason, chunk))));
    }

    private int end(Handle handle, LiveRun run, String reason, List<String> ids) {
        int marked = mark(handle, run, reason, ids);
        held.end(handle, run, keys(handle, run, ids));
        disabled.gone(handle, run, ids);
        return marked;
    }

    private int mark(Handle handle, LiveRun run, String reason, List<String> ids) {
        return accounts.markGone(handle, run.getEndpoint(), run.getId(), ids, reason, clock.instant());
    }

    /** Counts what they hold, which ends when the run is published; of a dry run the segments are counted already. */
    void countHeld(LiveRun run, Tally tally) {
        Set<String> types = new TreeSet<>(run.source().memberships());
        types.removeIf(type -> run.dry() && type.equals("Segment"));
        chunks(GoneSubjects.of(transactions, slices, run).accountIds())
                .forEach(chunk -> transactions.write(run, handle -> {
                    held.countHeld(handle, run, new HashSet<>(keys(handle, run, chunk)), types, tally);
                    return null;
                }));
    }

    private Collection<Long> keys(Handle handle, LiveRun run, List<String> ids) {
        return accounts.keys(handle, run.getEndpoint(), ids).values();
    }

    private static Stream<List<String>> chunks(List<String> ids) {
        return IntStream.iterate(0, at -> at < ids.size(), at -> at + CHUNK)
                .mapToObj(at -> ids.subList(at, Math.min(ids.size(), at + CHUNK)));
    }
}
