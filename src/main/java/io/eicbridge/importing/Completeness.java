package io.eicbridge.importing;

import io.eicbridge.directory.Accounts;
import io.eicbridge.journal.NewSlice;
import io.eicbridge.journal.Run;
import io.eicbridge.journal.Runs;
import io.eicbridge.journal.Slice;
import io.eicbridge.journal.Slices;
import io.eicbridge.store.Store;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Proves that the accounts which were read are all that exist: distinct ids agree with Intercom's own count. */
public final class Completeness {
    private static final Logger LOG = LoggerFactory.getLogger(Completeness.class);
    private final Store store;
    private final Runs runs;
    private final Slices slices;
    private final Accounts accounts;
    private final DisabledContacts disabled;
    private final ContactSlices contacts;
    private final ImportSettings settings;

    /** Proofs over this store. */
    public Completeness(
            Store store,
            Runs runs,
            Slices slices,
            Accounts accounts,
            DisabledContacts disabled,
            ContactSlices contacts,
            ImportSettings settings) {
        this.store = store;
        this.runs = runs;
        this.slices = slices;
        this.accounts = accounts;
        this.disabled = disabled;
        this.contacts = contacts;
        this.settings = settings;
    }

    /** Counts again and, where accounts are missing, plans one more reading by one cursor. */
    public void secondReading(LiveRun run) {
        if (run.stopped() || !run.source().ofContacts()) {
            return;
        }
        long after = run.filters().isEmpty() ? contacts.listed(run) : contacts.counted(run, ContactSlices.EVERYTHING);
        store.inTransaction(handle -> {
            runs.counted(handle, run.getId(), null, after);
            return null;
        });
        Counted counted = counted(run);
        if (counted.tooFew() && !readTwice(run)) {
            LOG.warn("{} The whole list is read once more. {}", counted.words(), run.context());
            SliceKind kind = run.filters().isEmpty() ? SliceKind.CONTACTS_LIST : SliceKind.CONTACTS_SEARCH;
            NewSlice again = new NewSlice(Phase.ACCOUNTS.text(), kind.text(), null, null, null, counted.least());
            store.inTransaction(handle -> {
                slices.plan(handle, run.getId(), List.of(again));
                return null;
            });
        }
    }

    /** Gives the run its verdict; only a complete run may tell what is gone. */
    public void prove(LiveRun run) {
        if (run.stopped()) {
            return;
        }
        boolean finished = store.read(handle -> slices.open(handle, run.getId(), Phase.ACCOUNTS.text()))
                .isEmpty();
        if (!finished) {
            run.stop();
        } else if (run.source().ofContacts()) {
            Counted counted = counted(run);
            run.findings().judge(counted.agrees() ? Verdict.COMPLETE : Verdict.INCOMPLETE, counted.words());
        } else {
            teammates(run);
        }
    }

    /** Teammates have no count; the token's own teammate must be among them. */
    private void teammates(LiveRun run) {
        String self = run.workspace().adminId();
        boolean listed = run.dry()
                ? run.sightings().sawAccount(self)
                : store.read(handle -> accounts.seen(handle, run.getEndpoint(), run.getId(), self));
        run.findings()
                .judge(
                        listed ? Verdict.COMPLETE : Verdict.INCOMPLETE,
                        listed ? "" : "Intercom's list of teammates lacks the one whose token this is.");
    }

    private Counted counted(LiveRun run) {
        return store.read(handle -> {
            Run journal = runs.find(handle, run.getId()).orElseThrow();
            long stored = disabled.unstored(handle, run)
                    + (run.dry()
                            ? run.sightings().distinct()
                            : accounts.countSeen(handle, run.getEndpoint(), run.getId()));
            Tally tally = new Tally(slices.tally(handle, run.getId()));
            long refused = tally.of(RefusedRecords.UNKNOWN_ACCOUNTS) + tally.of(RefusedRecords.OWN_CONTACT);
            long before = journal.expected();
            long after = journal.countedAfter();
            return new Counted(stored + refused, before, after, settings.margin());
        });
    }

    private boolean readTwice(LiveRun run) {
        List<Slice> planned = store.read(handle -> slices.ofPhase(handle, run.getId(), Phase.ACCOUNTS.text()));
        Slice last = planned.get(planned.size() - 1);
        return planned.size() > 1 && last.lower() == null && last.upper() == null && last.subject() == null;
    }

    /** Distinct accounts beside Intercom's counts before and after the run. */
    record Counted(long distinct, long before, long after, double margin) {
        long least() {
            return Math.min(before, after);
        }

        private long slack() {
            return (long) Math.floor(Math.max(before, after) * margin / 100);
        }

        boolean tooFew() {
            return distinct < least() - slack();
        }

        boolean agrees() {
            return !tooFew() && distinct <= Math.max(before, after) + slack();
        }

        String words() {
            return agrees()
                    ? ""
                    : distinct + " accounts were read, Intercom counts " + before + " before and " + after
                            + " after it, and more than " + margin + " % lie between.";
        }
    }
}
