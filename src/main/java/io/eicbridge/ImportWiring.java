package io.eicbridge;

import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.Endpoints;
import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.MembershipPages;
import io.eicbridge.directory.Memberships;
import io.eicbridge.directory.Publications;
import io.eicbridge.importing.Absences;
import io.eicbridge.importing.AccessPages;
import io.eicbridge.importing.AccountMapping;
import io.eicbridge.importing.AccountPages;
import io.eicbridge.importing.AccountPlan;
import io.eicbridge.importing.AccountStore;
import io.eicbridge.importing.Affected;
import io.eicbridge.importing.Checkpoints;
import io.eicbridge.importing.CompanyScroll;
import io.eicbridge.importing.Completeness;
import io.eicbridge.importing.Confirmations;
import io.eicbridge.importing.ContactSlices;
import io.eicbridge.importing.DrySegments;
import io.eicbridge.importing.EndpointImport;
import io.eicbridge.importing.EntitlementPages;
import io.eicbridge.importing.EntitlementStore;
import io.eicbridge.importing.HeldStore;
import io.eicbridge.importing.ImportDesk;
import io.eicbridge.importing.ImportOrders;
import io.eicbridge.importing.ImportPlan;
import io.eicbridge.importing.ImportRuns;
import io.eicbridge.importing.LiveRuns;
import io.eicbridge.importing.MemberPages;
import io.eicbridge.importing.MemberPlan;
import io.eicbridge.importing.Publishing;
import io.eicbridge.importing.RefusedRecords;
import io.eicbridge.importing.RunDesk;
import io.eicbridge.importing.RunLeases;
import io.eicbridge.importing.RunListener;
import io.eicbridge.importing.RunReports;
import io.eicbridge.importing.RunTallies;
import io.eicbridge.importing.Suspension;
import io.eicbridge.importing.UnlistedSubscriptions;
import io.eicbridge.importing.Weighing;
import io.eicbridge.importing.WorkspaceCheck;
import io.eicbridge.intercom.Calls;
import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.Leases;
import io.eicbridge.journal.Runs;
import io.eicbridge.journal.Slices;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** Makes the beans of the import routes. */
final class ImportWiring {
    private final LiveRuns live = new LiveRuns();
    private final Accounts accounts = new Accounts();
    private final Entitlements entitlements = new Entitlements();
    private final Memberships memberships = new Memberships();
    private final Slices slices = new Slices();
    private final DeadLetters deadLetters;
    private final Runs runs;
    private final ImportRuns imports;
    private final ImportDesk desk;
    private final Suspension suspension;
    private final Map<String, Object> beans;

    /** What the beans work with. */
    record Tools(
            Store store,
            Calls calls,
            Clock clock,
            Executor readers,
            ScheduledExecutorService heart,
            Wiring.Handing handing,
            String holder,
            RunListener listener) {}

    ImportWiring(Settings settings, Map<String, EndpointImport> endpoints, Tools tools) {
        Store store = tools.store();
        Clock clock = tools.clock();
        this.runs = new Runs(clock);
        this.deadLetters = new DeadLetters(clock);
        Endpoints bound = new Endpoints();
        MembershipPages membershipPages = new MembershipPages();
        HeldStore held = new HeldStore(entitlements, memberships, clock);
        RunLeases leases = new RunLeases(store, new Leases(), tools.holder(), tools.heart());
        Checkpoints checkpoints = new Checkpoints(store, slices, leases, tools.listener());
        RefusedRecords refused = new RefusedRecords(deadLetters, accounts, entitlements);
        EntitlementStore values = new EntitlementStore(entitlements, refused, clock);
        AccountStore accountStore = new AccountStore(accounts, held, values, refused, checkpoints, clock);
        ContactSlices contacts = new ContactSlices(tools.calls(), tools.readers(), settings.imports());
        Publications publications = new Publications();
        RunTallies tallies = new RunTallies(slices, accounts, entitlements, membershipPages, publications);
        DrySegments drySegments = new DrySegments(store, slices, accounts, membershipPages, publications);
        UnlistedSubscriptions subscriptions = new UnlistedSubscriptions(entitlements);
        this.imports = new ImportRuns(
                endpoints,
                new RunDesk(
                        store,
                        runs,
                        slices,
                        publications,
                        leases,
                        new RunReports(runs, slices, accounts, clock),
                        deadLetters,
                        settings.imports(),
                        clock),
                new Weighing(
                        store,
                        slices,
                        accounts,
                        entitlements,
                        memberships,
                        held,
                        subscriptions,
                        drySegments,
                        publications,
                        bound,
                        tallies,
                        leases,
                        clock),
                new Publishing(
                        store,
                        slices,
                        accounts,
                        entitlements,
                        held,
                        subscriptions,
                        deadLetters,
                        publications,
                        bound,
                        leases,
                        clock),
                live,
                tools.listener());
        this.desk = new ImportDesk(
                store,
                runs,
                imports,
                live,
                new Affected(store, endpoints, accounts, entitlements, memberships, publications),
                tools.handing().carryOut(),
                tools.handing().approve());
        this.suspension = new Suspension(
                live, imports, tools.handing().carryOut(), tools.handing().approve());
        AccountMapping mapping = new AccountMapping();
        EntitlementPages entitlementPages = new EntitlementPages(values, checkpoints);
        this.beans = Map.ofEntries(
                Map.entry("importOrders", new ImportOrders()),
                Map.entry("importRuns", imports),
                Map.entry("workspaceCheck", new WorkspaceCheck(store, bound, runs)),
                Map.entry(
                        "importPlan",
                        new ImportPlan(
                                store,
                                slices,
                                new AccountPlan(store, runs, contacts, settings.imports()),
                                new MemberPlan(contacts))),
                Map.entry(
                        "completeness", new Completeness(store, runs, slices, accounts, contacts, settings.imports())),
                Map.entry("absences", new Absences(store, slices, accounts, entitlements)),
                Map.entry("accountPages", new AccountPages()),
                Map.entry("accountMapping", mapping),
                Map.entry("accountStore", accountStore),
                Map.entry(
                        "accessPages",
                        new AccessPages(
                                entitlementPages,
                                new MemberPages(accounts, entitlements, memberships, checkpoints, clock),
                                new Confirmations(mapping, accountStore, entitlementPages, checkpoints),
                                new CompanyScroll(settings.imports()))));
    }

    Map<String, Object> beans() {
        return beans;
    }

    LiveRuns live() {
        return live;
    }

    ImportDesk desk() {
        return desk;
    }

    Suspension suspension() {
        return suspension;
    }

    Runs runs() {
        return runs;
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }
}
