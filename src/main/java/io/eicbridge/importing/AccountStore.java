package io.eicbridge.importing;

import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.StoredPage;
import io.eicbridge.journal.NewSlice;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Stores one page of accounts with what they hold, its refusals and its checkpoint, in one transaction. */
public final class AccountStore {
    private final Accounts accounts;
    private final HeldStore held;
    private final EntitlementStore entitlements;
    private final Checkpoints checkpoints;
    private final Clock clock;

    /** A store of pages in these parts of the directory. */
    public AccountStore(
            Accounts accounts, HeldStore held, EntitlementStore entitlements, Checkpoints checkpoints, Clock clock) {
        this.accounts = accounts;
        this.held = held;
        this.entitlements = entitlements;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /** Stores the page and moves the slice on; a killed process has stored all of it or nothing. */
    public void store(OpenSlice slice, MappedPage page) {
        List<NewSlice> rest = page.held().stream()
                .filter(list -> !list.whole())
                .map(Completions::of)
                .toList();
        checkpoints.commit(slice, page.next(), rest, handle -> {
            checkpoints.refuse(handle, slice.run(), page.refused());
            return account(handle, slice.run(), page);
        });
    }

    /** Stores accounts and what they hold, without a checkpoint; counts what that changed. */
    Tally account(Handle handle, LiveRun run, MappedPage page) {
        Tally tally = new Tally();
        if (run.dry()) {
            run.sightings()
                    .accounts(
                            accounts.keys(handle, run.getEndpoint(), ids(page)).values());
        }
        page.entitlements().forEach((type, records) -> entitlements.store(handle, run, type, records, tally));
        StoredPage stored =
                accounts.storePage(handle, run.getEndpoint(), run.getId(), clock.instant(), page.accounts());
        held.store(handle, run, page.held(), stored, tally);
        run.sightings().created(run.dry() ? stored.created() : 0);
        return tally.add("accounts.created", stored.created())
                .add("accounts.changed", stored.changed())
                .add("accounts.rejected", page.refused().size())
                .add("values.cut", page.cut());
    }

    private static List<String> ids(MappedPage page) {
        return page.accounts().stream().map(account -> account.id()).toList();
    }
}
