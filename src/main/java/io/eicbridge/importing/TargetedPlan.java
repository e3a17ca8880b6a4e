package io.eicbridge.importing;

import io.eicbridge.directory.UntoldEntitlements;
import io.eicbridge.journal.Hint;
import io.eicbridge.journal.Hints;
import io.eicbridge.journal.NewSlice;
import io.eicbridge.journal.Slice;
import io.eicbridge.journal.Slices;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans one question to Intercom for everything that a targeted run is to read: what its order names, or what hints point at. */
public final class TargetedPlan {
    private static final Logger LOG = LoggerFactory.getLogger(TargetedPlan.class);
    private final RunTransactions transactions;
    private final Slices slices;
    private final Hints hints;
    private final UntoldEntitlements entitlements;
    private final AccountPlan accounts;
    private final int most;
    private final Duration interval;

    /** Plans that are kept in this journal, of at most so many hints a run; what has no name is asked for once within the interval. */
    public TargetedPlan(
            RunTransactions transactions,
            Slices slices,
            Hints hints,
            UntoldEntitlements entitlements,
            AccountPlan accounts,
            int most,
            Duration interval) {
        this.transactions = transactions;
        this.slices = slices;
        this.hints = hints;
        this.entitlements = entitlements;
        this.accounts = accounts;
        this.most = most;
        this.interval = interval;
    }

    /** Takes hints over and plans the questions, unless the run has its plan already; returns how many slices are open. */
    public int begin(LiveRun run) {
        run.progress().begin(Phase.ABSENCES);
        accounts.prepare(run);
        transactions.write(run, handle -> {
            if (questions(handle, run).isEmpty()) {
                plan(handle, run, run.order().named().isEmpty() ? hinted(handle, run) : named(run));
            }
            return null;
        });
        return open(run);
    }

    /** Plans to read contacts that others were merged into, and entitlements that nobody told of yet; returns how many slices are open. */
    public int goOn(LiveRun run) {
        transactions.write(run, handle -> {
            Stream<NewSlice> merged = questions(handle, run).stream()
                    .flatMap(question -> GoneSubjects.mergedInto(question).stream())
                    .map(TargetedPlan::account);
            plan(handle, run, Stream.concat(merged, untold(handle, run)));
            return null;
        });
        return open(run);
    }

    /** Lets the run end well where all that was planned was read. */
    public void prove(LiveRun run) {
        if (!run.stopped()) {
            run.findings().judge(Verdict.COMPLETE, "");
        }
    }

    /** What the accounts hold and nobody has told the name of. */
    private Stream<NewSlice> untold(Handle handle, LiveRun run) {
        return run.source().entitlements().stream()
                .filter(Confirmations::possible)
                .flatMap(type -> entitlements
                        .find(
                                handle,
                                run.getEndpoint(),
                                type,
                                run.writing().hidden(),
                                run.serverNow().minus(interval),
                                most)
                        .stream()
                        .map(one -> entitlement(type, one.id())));
    }

    private static NewSlice entitlement(String type, String id) {
        return question(SliceKind.CONFIRM_ENTITLEMENT, type + ":" + id);
    }

    private static Stream<NewSlice> named(LiveRun run) {
        return run.order().named().stream().map(TargetedPlan::account);
    }

    private Stream<NewSlice> hinted(Handle handle, LiveRun run) {
        hints.take(handle, run.getEndpoint(), run.getId(), most);
        Set<Hint> taken = hints.of(handle, run.getId());
        LOG.info("Hints point at {} objects, which are read now. {}", taken.size(), run.context());
        return taken.stream().flatMap(hint -> slice(run, hint));
    }

    private static Stream<NewSlice> slice(LiveRun run, Hint hint) {
        if (hint.object().equals(Hint.ACCOUNT)) {
            return Stream.of(account(hint.id()));
        }
        boolean wanted = run.source().entitlements().contains(hint.object()) && Confirmations.possible(hint.object());
        return wanted ? Stream.of(entitlement(hint.object(), hint.id())) : Stream.empty();
    }

    private static NewSlice account(String id) {
        return question(SliceKind.CONFIRM_ACCOUNT, id);
    }

    private static NewSlice question(SliceKind kind, String subject) {
        return new NewSlice(Phase.ABSENCES.text(), kind.text(), subject, null, null, null);
    }

    /** What the run asks already is not asked twice. */
    private void plan(Handle handle, LiveRun run, Stream<NewSlice> wanted) {
        Function<Slice, String> key = slice -> slice.kind() + " " + slice.subject();
        Set<String> planned = questions(handle, run).stream().map(key).collect(Collectors.toCollection(HashSet::new));
        slices.plan(
                handle,
                run.getId(),
                wanted.filter(slice -> planned.add(slice.kind() + " " + slice.subject()))
                        .toList());
    }

    private List<Slice> questions(Handle handle, LiveRun run) {
        return slices.ofPhase(handle, run.getId(), Phase.ABSENCES.text());
    }

    private int open(LiveRun run) {
        if (run.stopped()) {
            return 0;
        }
        return transactions.read(handle -> Stream.of(Phase.ABSENCES, Phase.MEMBERSHIPS)
                .mapToInt(
                        phase -> slices.open(handle, run.getId(), phase.text()).size())
                .sum());
    }
}
