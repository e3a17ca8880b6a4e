package io.eicbridge;

import io.eicbridge.importing.Affected;
import io.eicbridge.importing.DisabledContacts;
import io.eicbridge.importing.DrySegments;
import io.eicbridge.importing.EndedEntitlements;
import io.eicbridge.importing.EndedMemberships;
import io.eicbridge.importing.EndpointImport;
import io.eicbridge.importing.GoneAccounts;
import io.eicbridge.importing.GoneEntitlements;
import io.eicbridge.importing.HeldRuns;
import io.eicbridge.importing.HeldStore;
import io.eicbridge.importing.ImportDesk;
import io.eicbridge.importing.ImportRuns;
import io.eicbridge.importing.ImportSettings;
import io.eicbridge.importing.IncrementalGate;
import io.eicbridge.importing.IncrementalMark;
import io.eicbridge.importing.IncrementalPublishing;
import io.eicbridge.importing.IncrementalWeighing;
import io.eicbridge.importing.KnownRuns;
import io.eicbridge.importing.LiveRuns;
import io.eicbridge.importing.MarkMove;
import io.eicbridge.importing.NewNumbers;
import io.eicbridge.importing.PublishedMark;
import io.eicbridge.importing.Publishing;
import io.eicbridge.importing.Resumption;
import io.eicbridge.importing.RunBeginning;
import io.eicbridge.importing.RunClosing;
import io.eicbridge.importing.RunDesk;
import io.eicbridge.importing.RunEnding;
import io.eicbridge.importing.RunEnds;
import io.eicbridge.importing.RunEntry;
import io.eicbridge.importing.RunHolds;
import io.eicbridge.importing.RunLeases;
import io.eicbridge.importing.RunListener;
import io.eicbridge.importing.RunReports;
import io.eicbridge.importing.RunTallies;
import io.eicbridge.importing.RunTransactions;
import io.eicbridge.importing.RunViews;
import io.eicbridge.importing.SearchLag;
import io.eicbridge.importing.SegmentEnds;
import io.eicbridge.importing.SettledHints;
import io.eicbridge.importing.TargetedPublishing;
import io.eicbridge.importing.TargetedWeighing;
import io.eicbridge.importing.Turns;
import io.eicbridge.importing.Weighing;
import io.eicbridge.journal.Mode;
import java.util.Map;

/** Makes what begins runs, weighs, publishes and ends them, and shows them to commands. */
final class RunWiring {
    private final ImportParts parts;
    private final RunLeases leases;
    private final RunTransactions transactions;
    private final HeldStore held;
    private final DisabledContacts disabled;
    private final SearchLag lag;
    private final LiveRuns live;
    private final KnownRuns known;
    private final Turns turns;

    RunWiring(
            ImportParts parts,
            RunLeases leases,
            RunTransactions transactions,
            HeldStore held,
            DisabledContacts disabled,
            SearchLag lag,
            LiveRuns live,
            Turns turns) {
        this.parts = parts;
        this.leases = leases;
        this.transactions = transactions;
        this.held = held;
        this.disabled = disabled;
        this.lag = lag;
        this.live = live;
        this.turns = turns;
        this.known = new KnownRuns(parts.store(), parts.runs());
    }

    ImportRuns runs(Map<String, EndpointImport> endpoints, ImportSettings settings, RunListener listener) {
        GoneAccounts accounts =
                new GoneAccounts(transactions, parts.slices(), parts.accounts(), held, disabled, parts.clock());
        GoneEntitlements entitlements =
                new GoneEntitlements(transactions, parts.slices(), parts.entitlements(), parts.clock());
        return new ImportRuns(
                endpoints,
                desk(settings),
                Map.of(
                        Mode.FULL,
                        RunEnding.full(weighing(accounts, entitlements), publishing(accounts, entitlements)),
                        Mode.INCREMENTAL,
                        RunEnding.incremental(incrementalWeighing(), incrementalPublishing()),
                        Mode.TARGETED,
                        targeted(accounts, entitlements)),
                live,
                turns,
                ends(listener));
    }

    private RunEnding targeted(GoneAccounts accounts, GoneEntitlements entitlements) {
        EndedEntitlements ended =
                new EndedEntitlements(transactions, parts.slices(), parts.entitlements(), parts.memberships());
        TargetedWeighing weighing = new TargetedWeighing(
                transactions, parts.slices(), parts.accounts(), parts.publications(), accounts, ended, tallies());
        TargetedPublishing publishing = new TargetedPublishing(
                parts.slices(),
                accounts,
                entitlements,
                parts.entitlements(),
                numbers(),
                parts.publications(),
                parts.clock());
        return RunEnding.targeted(weighing, publishing);
    }

    private RunDesk desk(ImportSettings settings) {
        RunEntry entry = new RunEntry(parts.publications(), parts.deadLetters());
        return new RunDesk(
                parts.store(),
                leases,
                known,
                new RunBeginning(parts.runs(), new Resumption(settings, parts.clock()), entry, gate()),
                new HeldRuns(parts.runs(), parts.slices(), entry));
    }

    private IncrementalGate gate() {
        return new IncrementalGate(parts.runs(), parts.watermarks());
    }

    private RunTallies tallies() {
        return new RunTallies(
                parts.slices(), parts.accounts(), parts.entitlements(), parts.membershipPages(), parts.publications());
    }

    private RunHolds holds() {
        return new RunHolds(parts.endpoints(), parts.publications(), tallies());
    }

    private Weighing weighing(GoneAccounts accounts, GoneEntitlements entitlements) {
        EndedMemberships ended = new EndedMemberships(transactions, segmentEnds(), held, accounts);
        return new Weighing(transactions, ended, entitlements, tallies(), holds());
    }

    private IncrementalWeighing incrementalWeighing() {
        return new IncrementalWeighing(
                transactions,
                segmentEnds(),
                parts.slices(),
                parts.entitlements(),
                parts.publications(),
                tallies(),
                holds());
    }

    private IncrementalPublishing incrementalPublishing() {
        IncrementalMark mark = new IncrementalMark(
                parts.runs(),
                parts.slices(),
                parts.readings(),
                parts.entitlements(),
                parts.publications(),
                segmentEnds(),
                watermark(),
                parts.clock());
        return new IncrementalPublishing(numbers(), mark);
    }

    private NewNumbers numbers() {
        return new NewNumbers(transactions, parts.publications());
    }

    private MarkMove watermark() {
        return new MarkMove(parts.runs(), parts.watermarks(), lag);
    }

    private SegmentEnds segmentEnds() {
        DrySegments dry = new DrySegments(
                parts.store(),
                parts.slices(),
                parts.accounts(),
                parts.membershipPages(),
                parts.publications(),
                parts.disabled());
        return new SegmentEnds(
                transactions,
                parts.slices(),
                parts.entitlements(),
                parts.memberships(),
                parts.disabled(),
                lag,
                dry,
                parts.clock());
    }

    private Publishing publishing(GoneAccounts accounts, GoneEntitlements entitlements) {
        PublishedMark mark = new PublishedMark(
                parts.endpoints(), parts.publications(), parts.deadLetters(), watermark(), parts.clock());
        return new Publishing(accounts, entitlements, numbers(), mark);
    }

    private RunEnds ends(RunListener listener) {
        RunReports reports = new RunReports(parts.runs(), parts.slices(), parts.accounts(), parts.clock());
        SettledHints hints = new SettledHints(parts.hints(), parts.runs(), parts.deadLetters());
        return new RunEnds(
                new RunClosing(transactions, parts.runs(), parts.slices(), reports), hints, leases, live, listener);
    }

    ImportDesk desk(Map<String, EndpointImport> endpoints, ImportRuns runs, Wiring.Handing handing) {
        Affected affected = new Affected(
                parts.store(),
                endpoints,
                parts.accounts(),
                parts.entitlements(),
                parts.memberships(),
                parts.publications(),
                parts.disabled());
        return new ImportDesk(
                known,
                runs,
                new RunViews(parts.store(), parts.slices(), live, leases, affected),
                handing.carryOut(),
                handing.approve());
    }
}
