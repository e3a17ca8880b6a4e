package io.eicbridge.importing;

import io.eicbridge.directory.AccountRecord;
import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.StoredPage;
import io.eicbridge.journal.Returned;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Stores one page of accounts with what they hold, its refusals and its checkpoint, in one transaction. */
public final class AccountStore {
    /** Records that pages of accounts brought, repeated ones too. */
    static final String READ = "accounts.read";

    private final Accounts accounts;
    private final HeldStore held;
    private final EntitlementStore entitlements;
    private final RefusedRecords refused;
    private final Checkpoints checkpoints;
    private final SearchLag lag;
    private final Clock clock;
    private final Returned returned = new Returned();

    /** A store of pages in these parts of the directory. */
    public AccountStore(
            Accounts accounts,
            HeldStore held,
            EntitlementStore entitlements,
            RefusedRecords refused,
            Checkpoints checkpoints,
            SearchLag lag,
            Clock clock) {
        this.accounts = accounts;
        this.held = held;
        this.entitlements = entitlements;
        this.refused = refused;
        this.checkpoints = checkpoints;
        this.lag = lag;
        this.clock = clock;
    }

    /** Stores the page and moves the slice on; a killed process has stored all of it or nothing. */
    public void store(OpenSlice slice, MappedPage page) {
        Instant since = slice.kind().searches() ? lag.since(slice) : null;
        checkpoints.commit(slice, page.next(), Completions.of(page), handle -> store(handle, slice.run(), page, since));
    }

    /** Stores an account that Intercom told by its id at that time, which its search may not know yet. */
    Tally told(Handle handle, LiveRun run, MappedPage page, Instant at) {
        Tally tally = account(handle, run, page);
        lag.fresh(handle, run, at, page.accounts());
        return tally;
    }

    /** Stores accounts, what they hold and what was refused, without a checkpoint; counts what that changed. */
    Tally account(Handle handle, LiveRun run, MappedPage page) {
        return store(handle, run, page, null);
    }

    private Tally store(Handle handle, LiveRun run, MappedPage page, Instant since) {
        Tally tally = new Tally();
        MappedPage read = run.dry() ? sighted(handle, run, page) : page;
        refused.ofAccounts(handle, run, read, tally);
        read.entitlements().forEach((type, records) -> entitlements.store(handle, run, type, records, tally));
        StoredPage stored =
                accounts.storePage(handle, run.getEndpoint(), run.getId(), clock.instant(), read.accounts(), since);
        held.store(handle, run, read.held(), stored, tally);
        returned.keep(handle, run.getEndpoint(), run.getId(), stored.returned());
        return tally.add(READ, (long) read.accounts().size() + read.refused().size())
                .add("accounts.reactivated", stored.returned().size())
                .add("accounts.created", stored.created())
                .add("accounts.changed", stored.changed())
                .add("values.cut", read.cut());
    }

    /** A dry run forgets what it stored, so that it must leave out what came before. */
    private MappedPage sighted(Handle handle, LiveRun run, MappedPage page) {
        List<AccountRecord> first = page.accounts().stream()
                .filter(account -> run.sightings().firstAccount(account.id()))
                .toList();
        List<String> ids = Stream.concat(
                        page.accounts().stream().map(AccountRecord::id),
                        page.refused().stream().map(MappedPage.Refusal::subject))
                .toList();
        run.sightings().known(accounts.keys(handle, run.getEndpoint(), ids).values());
        return new MappedPage(first, page.held(), page.entitlements(), page.refused(), page.cut(), page.next());
    }
}
