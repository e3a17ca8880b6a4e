package io.eicbridge.importing;

import io.eicbridge.directory.Missing;
import io.eicbridge.directory.UntoldEntitlements;
import io.eicbridge.importing.MemberSchedule.Candidate;
import io.eicbridge.journal.NewSlice;
import io.eicbridge.journal.Run;
import io.eicbridge.journal.Runs;
import io.eicbridge.journal.Slices;
import io.eicbridge.journal.Watermark;
import io.eicbridge.journal.Watermarks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Plans what an incremental run reads: what changed since the last good run, the lists of entitlements, and members whose turn it is. */
public final class IncrementalPlan {
    private static final String COMPANY = "Company";
    /** New companies that one run reads one by one; the next ones follow with the next run, or with the scroll of a full one. */
    private static final int COMPANIES = 1_000;

    private final RunTransactions transactions;
    private final Runs runs;
    private final Slices slices;
    private final Watermarks watermarks;
    private final UntoldEntitlements entitlements;
    private final AccountPlan accounts;
    private final MemberPlan members;
    private final MemberReadingPlan readings;
    private final IncrementalSettings settings;

    /** Plans that are kept in this journal. */
    public IncrementalPlan(
            RunTransactions transactions,
            Runs runs,
            Slices slices,
            Watermarks watermarks,
            UntoldEntitlements entitlements,
            AccountPlan accounts,
            MemberPlan members,
            MemberReadingPlan readings,
            IncrementalSettings settings) {
        this.transactions = transactions;
        this.runs = runs;
        this.slices = slices;
        this.watermarks = watermarks;
        this.entitlements = entitlements;
        this.accounts = accounts;
        this.members = members;
        this.readings = readings;
        this.settings = settings;
    }

    /** Plans the one search for changed contacts, or the list of teammates, which is short enough to be compared whole. */
    public void accounts(LiveRun run) {
        ImportPlan.begin(run, Phase.ACCOUNTS);
        accounts.prepare(run);
        once(
                run,
                Phase.ACCOUNTS,
                () -> List.of(run.source().ofContacts() ? changed(run) : AccountPlan.single(SliceKind.ADMINS, null)));
    }

    private NewSlice changed(LiveRun run) {
        Instant since = mark(run).startedAt().minus(settings.overlap());
        return new NewSlice(Phase.ACCOUNTS.text(), SliceKind.CONTACTS_CHANGED.text(), null, since, null, null);
    }

    private Watermark mark(LiveRun run) {
        return transactions
                .read(handle -> watermarks.find(handle, run.getEndpoint()))
                .orElseThrow();
    }

    /** Plans the lists of entitlements that have no pages; companies come by one scroll, which full imports read. */
    public void entitlements(LiveRun run) {
        ImportPlan.begin(run, Phase.ENTITLEMENTS);
        once(run, Phase.ENTITLEMENTS, () -> members.entitlements(run).stream()
                .filter(list -> !list.kind().equals(SliceKind.COMPANIES.text()))
                .toList());
    }

    /** Plans the reading of members: of tags and segments whose counts moved, and of those whose turn it is. */
    public void memberships(LiveRun run) {
        ImportPlan.begin(run, Phase.MEMBERSHIPS);
        boolean planned = transactions.read(handle ->
                planned(handle, run, SliceKind.TAG_MEMBERS) || planned(handle, run, SliceKind.SEGMENT_MEMBERS));
        if (run.stopped() || planned || !run.source().ofContacts()) {
            return;
        }
        Instant now = transactions
                .read(handle -> runs.find(handle, run.getId()))
                .map(Run::serverStartedAt)
                .orElseThrow();
        List<Candidate> all = new ArrayList<>();
        MemberReadingPlan.KINDS.stream()
                .filter(kind -> run.source().links(kind.type()))
                .forEach(kind -> all.addAll(readings.candidates(run, kind, now)));
        Duration sinceLastRun = Duration.between(mark(run).startedAt(), now);
        List<Candidate> due = new MemberSchedule(settings, now, sinceLastRun).due(all);
        store(run, members.members(run, due, readings.limits(run)));
    }

    private boolean planned(Handle handle, LiveRun run, SliceKind kind) {
        return slices.planned(handle, run.getId(), Phase.MEMBERSHIPS.text(), kind.text());
    }

    /** Plans to read the companies that contacts refer to and that no list has told yet. */
    public void companies(LiveRun run) {
        if (run.stopped() || !run.source().entitlements().contains(COMPANY)) {
            return;
        }
        transactions.write(run, handle -> {
            Set<Long> unpublished = run.writing().hidden();
            Set<String> untold = new HashSet<>();
            Instant since = run.serverNow().minus(settings.reread());
            entitlements.find(handle, run.getEndpoint(), COMPANY, unpublished, since, COMPANIES).stream()
                    .map(Missing::id)
                    .forEach(id -> untold.add(COMPANY + ":" + id));
            untold.removeAll(slices.subjects(handle, run.getId(), SliceKind.READ_ENTITLEMENT.text(), untold));
            slices.plan(
                    handle,
                    run.getId(),
                    untold.stream().sorted().map(IncrementalPlan::read).toList());
            return null;
        });
    }

    private static NewSlice read(String subject) {
        return new NewSlice(Phase.MEMBERSHIPS.text(), SliceKind.READ_ENTITLEMENT.text(), subject, null, null, null);
    }

    /** Lets the run end well where all that was planned was read to its end. */
    public void prove(LiveRun run) {
        boolean open = transactions.read(handle -> slices.all(handle, run.getId())).stream()
                .anyMatch(slice -> !slice.done());
        if (open) {
            run.stop();
        } else if (!run.stopped()) {
            run.findings().judge(Verdict.COMPLETE, "");
        }
    }

    private void once(LiveRun run, Phase phase, Supplier<List<NewSlice>> plan) {
        boolean planned = transactions.read(handle -> slices.planned(handle, run.getId(), phase.text()));
        if (!planned && !run.stopped()) {
            store(run, plan.get());
        }
    }

    private void store(LiveRun run, List<NewSlice> planned) {
        transactions.write(run, handle -> {
            slices.plan(handle, run.getId(), planned);
            return null;
        });
    }
}
