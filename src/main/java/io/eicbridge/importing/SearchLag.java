package io.eicbridge.importing;

import io.eicbridge.directory.AccountRecord;
import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.FreshReads;
import io.eicbridge.journal.Run;
import io.eicbridge.journal.Runs;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** How far Intercom's search may be behind, and which accounts it is not believed about because they were asked for by their id since. */
public final class SearchLag {
    /** Longer than a run may be interrupted and go on. */
    private static final Duration KEPT = Duration.ofDays(2);

    private final FreshReads reads;
    private final Accounts accounts;
    private final Runs runs;
    private final Duration overlap;

    /** A search that may be behind by {@code overlap}. */
    public SearchLag(FreshReads reads, Accounts accounts, Runs runs, Duration overlap) {
        this.reads = reads;
        this.accounts = accounts;
        this.runs = runs;
        this.overlap = overlap;
    }

    /** From when on the page that a slice has read may lack what happened. */
    Instant since(OpenSlice slice) {
        return slice.told().minus(overlap);
    }

    /** Keeps that these accounts were told by their id at that time. */
    void fresh(Handle handle, LiveRun run, Instant told, Collection<AccountRecord> records) {
        keep(
                handle,
                run,
                told,
                records.stream().collect(Collectors.toMap(AccountRecord::id, AccountRecord::updatedAt)));
    }

    /** Keeps that an account was gone at that time. */
    void gone(Handle handle, LiveRun run, Instant told, String account) {
        keep(handle, run, told, Map.of(account, Optional.empty()));
    }

    private void keep(Handle handle, LiveRun run, Instant told, Map<String, Optional<Instant>> updates) {
        if (run.source().ofContacts() && !run.dry()) {
            Map<Long, Optional<Instant>> known = new HashMap<>();
            accounts.keys(handle, run.getEndpoint(), updates.keySet())
                    .forEach((id, account) -> known.put(account, updates.get(id)));
            reads.keep(handle, told, known);
        }
    }

    /** Those of the accounts about which a page is not believed that may lack what happened since. */
    Set<Long> doubted(Handle handle, Collection<Long> members, Instant since) {
        return reads.among(handle, members, since);
    }

    /** All accounts about which no search of a run is believed. */
    Set<Long> doubted(Handle handle, LiveRun run) {
        return reads.of(handle, run.getEndpoint(), begun(handle, run).minus(overlap));
    }

    /** Forgets what no search of this run or a later one can contradict any more. */
    void forget(Handle handle, LiveRun run) {
        reads.forget(
                handle, run.getEndpoint(), begun(handle, run).minus(overlap).minus(KEPT));
    }

    private Instant begun(Handle handle, LiveRun run) {
        return runs.find(handle, run.getId()).map(Run::serverStartedAt).orElseGet(run::serverNow);
    }
}
