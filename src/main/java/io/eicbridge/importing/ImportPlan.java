package io.eicbridge.importing;

import io.eicbridge.failure.About;
import io.eicbridge.journal.NewSlice;
import io.eicbridge.journal.Slice;
import io.eicbridge.journal.Slices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans the slices of each phase once, and hands out those that are not read to their end. */
public final class ImportPlan {
    private static final Logger LOG = LoggerFactory.getLogger(ImportPlan.class);
    private final RunTransactions transactions;
    private final Slices slices;
    private final AccountPlan accounts;
    private final MemberPlan members;

    /** Plans that are kept in this journal. */
    public ImportPlan(RunTransactions transactions, Slices slices, AccountPlan accounts, MemberPlan members) {
        this.transactions = transactions;
        this.slices = slices;
        this.accounts = accounts;
        this.members = members;
    }

    /** Learns the scope of a run that reads no lists again, because it was only held. */
    public void scope(LiveRun run) {
        accounts.prepare(run);
    }

    /** Plans how the accounts are read, unless an interrupted run has done so. */
    public void accounts(LiveRun run) {
        begin(run, Phase.ACCOUNTS);
        accounts.prepare(run);
        if (all(run, Phase.ACCOUNTS).isEmpty()) {
            store(run, accounts.plan(run));
        }
    }

    /** Plans the lists of entitlements. */
    public void entitlements(LiveRun run) {
        begin(run, Phase.ENTITLEMENTS);
        if (all(run, Phase.ENTITLEMENTS).isEmpty()) {
            store(run, members.entitlements(run));
        }
    }

    /** Plans the lists of members, which are cut where the accounts were cut. */
    public void memberships(LiveRun run) {
        begin(run, Phase.MEMBERSHIPS);
        boolean planned = transactions.read(handle ->
                slices.planned(handle, run.getId(), Phase.MEMBERSHIPS.text(), SliceKind.SEGMENT_MEMBERS.text()));
        if (!planned && !run.stopped()) {
            store(run, members.segments(run, all(run, Phase.ACCOUNTS)));
        }
    }

    /** The account slices that go on, the largest first. */
    public List<OpenSlice> unfinishedAccounts(LiveRun run) {
        return open(run, List.of(Phase.ACCOUNTS));
    }

    /** The other slices that go on, the largest first. */
    public List<OpenSlice> unfinishedAccess(LiveRun run) {
        return open(run, List.of(Phase.ENTITLEMENTS, Phase.MEMBERSHIPS, Phase.ABSENCES));
    }

    private List<OpenSlice> open(LiveRun run, List<Phase> phases) {
        List<Slice> open = new ArrayList<>();
        transactions.read(handle -> {
            phases.forEach(phase -> open.addAll(slices.open(handle, run.getId(), phase.text())));
            return null;
        });
        open.forEach(slice -> run.progress().expect(expected(slice), slice.read()));
        return open.stream()
                .sorted(Comparator.comparingLong(ImportPlan::remaining).reversed())
                .map(slice -> new OpenSlice(run, slice))
                .toList();
    }

    private static long expected(Slice slice) {
        return slice.expected() == null ? 0 : slice.expected();
    }

    /** Lists without a count come first: the companies have only one cursor, which takes its time beside all others. */
    private static long remaining(Slice slice) {
        return slice.expected() == null ? Long.MAX_VALUE : slice.expected() - slice.read();
    }

    /** Ends the phase: fails if one of its slices did. */
    public void goOn(LiveRun run) throws Exception {
        run.underWay().settle(run);
        if (run.failure() != null) {
            throw run.failure();
        }
    }

    /** Stops the run after the failure of one slice; the others end with their page. */
    public void stop(OpenSlice slice, Exception failure) {
        if (slice.run().fail(failure)) {
            LOG.info("A slice failed, the others stop after their page. {}", slice.context());
        } else {
            String words = String.valueOf(failure.getMessage());
            LOG.debug("A slice failed while its run stops: {} {}", About.bare(words), slice.context());
        }
    }

    static void begin(LiveRun run, Phase phase) {
        run.progress().begin(phase);
        if (!run.stopped()) {
            LOG.info("The {} are next. {}", phase.text(), run.context());
        }
    }

    private List<Slice> all(LiveRun run, Phase phase) {
        return transactions.read(handle -> slices.ofPhase(handle, run.getId(), phase.text()));
    }

    private void store(LiveRun run, List<NewSlice> planned) {
        transactions.write(run, handle -> {
            slices.plan(handle, run.getId(), planned);
            return null;
        });
    }
}
