package io.eicbridge.importing;

import io.eicbridge.directory.AccountRecord;
import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.StoredPage;
import io.eicbridge.importing.DisabledContacts.Trusted;
import io.eicbridge.journal.NewSlice;
import io.eicbridge.journal.Returned;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private final DisabledContacts disabled;
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
            DisabledContacts disabled,
            Checkpoints checkpoints,
            SearchLag lag,
            Clock clock) {
        this.accounts = accounts;
        this.held = held;
        this.entitlements = entitlements;
        this.refused = refused;
        this.disabled = disabled;
        this.checkpoints = checkpoints;
        this.lag = lag;
        this.clock = clock;
    }

    /** Stores the page and moves the slice on; a killed process has stored all of it or nothing. */
    public void store(OpenSlice slice, MappedPage page) {
        Instant since = slice.kind().searches() ? lag.since(slice) : null;
        Trusted trusted = disabled.listed(slice.run(), page, since);
        List<NewSlice> more = new ArrayList<>(Completions.of(trusted.page()));
        more.addAll(trusted.asked());
        checkpoints.commit(slice, page.next(), more, handle -> store(handle, slice.run(), trusted, since));
    }

    /** Stores an account that Intercom told by its id at that time, which its search may not know yet. */
    Tally told(Handle handle, LiveRun run, MappedPage page, Instant at) {
        Tally tally = account(handle, run, page);
        lag.fresh(handle, run, at, page.accounts());
        return tally;
    }

    /** Stores an account that Intercom told when it was asked for it, without a checkpoint; counts what that changed. */
    Tally account(Handle handle, LiveRun run, MappedPage page) {
        return store(handle, run, disabled.asked(handle, run, page), null);
    }

    private Tally store(Handle handle, LiveRun run, Trusted trusted, Instant since) {
        Tally tally = new Tally();
        refused.ofOwn(run, trusted.page().own(), tally);
        MappedPage read = run.dry() ? sighted(handle, run, trusted.page()) : trusted.page();
        disabled.live(handle, run, trusted);
        refused.ofAccounts(handle, run, read, tally);
        read.entitlements().forEach((type, records) -> entitlements.store(handle, run, type, records, tally));
        StoredPage stored =
                accounts.storePage(handle, run.getEndpoint(), run.getId(), clock.instant(), read.accounts(), since);
        held.store(handle, run, read.held(), stored, tally);
        Set<String> back = returned(stored, trusted);
        returned.keep(handle, run.getEndpoint(), run.getId(), back);
        return tally.add(READ, (long) read.accounts().size() + read.refused().size())
                .add("accounts.reactivated", back.size())
                .add("accounts.created", stored.created())
                .add("accounts.changed", stored.changed())
                .add("values.cut", read.cut());
    }

    /** Nobody need be told of accounts that EIC itself wanted back. */
    private static Set<String> returned(StoredPage stored, Trusted trusted) {
        Set<String> back = new HashSet<>(stored.returned());
        back.addAll(trusted.back());
        back.removeAll(trusted.enabled());
        return back;
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
