package io.eicbridge;

import io.eicbridge.importing.Checkpoints;
import io.eicbridge.importing.ContactSlices;
import io.eicbridge.importing.DisabledContacts;
import io.eicbridge.importing.EndpointImport;
import io.eicbridge.importing.HeldStore;
import io.eicbridge.importing.HintedOrders;
import io.eicbridge.importing.ImportDesk;
import io.eicbridge.importing.ImportOrders;
import io.eicbridge.importing.ImportRuns;
import io.eicbridge.importing.LastLogins;
import io.eicbridge.importing.LiveRuns;
import io.eicbridge.importing.Reactivations;
import io.eicbridge.importing.RunLeases;
import io.eicbridge.importing.RunListener;
import io.eicbridge.importing.RunTransactions;
import io.eicbridge.importing.SearchLag;
import io.eicbridge.importing.Suspension;
import io.eicbridge.importing.TargetedGate;
import io.eicbridge.importing.TargetedPlan;
import io.eicbridge.importing.Turns;
import io.eicbridge.intercom.Calls;
import io.eicbridge.journal.Leases;
import io.eicbridge.journal.Logins;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** Makes the beans of the import routes. */
final class ImportWiring {
    private final LiveRuns live = new LiveRuns();
    private final ImportParts parts;
    private final ImportDesk desk;
    private final Suspension suspension;
    private final Map<String, Object> beans = new LinkedHashMap<>();

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
        this.parts = ImportParts.in(tools.store(), tools.clock());
        HeldStore held = new HeldStore(parts.entitlements(), parts.memberships(), tools.clock());
        RunLeases leases = new RunLeases(tools.store(), new Leases(), tools.holder(), tools.heart());
        RunTransactions transactions = new RunTransactions(tools.store(), leases, parts.runs());
        TargetedGate gate = new TargetedGate(tools.store(), parts.publications(), parts.endpoints());
        Turns turns = new Turns(live, gate);
        DisabledContacts disabled =
                new DisabledContacts(transactions, parts.slices(), parts.accounts(), parts.disabled());
        SearchLag lag = new SearchLag(
                parts.freshReads(),
                parts.accounts(),
                parts.runs(),
                settings.imports().incremental().overlap());
        RunWiring wiring = new RunWiring(parts, leases, transactions, held, disabled, lag, live, turns);
        ImportRuns runs = wiring.runs(endpoints, settings.imports(), tools.listener());
        this.desk = wiring.desk(endpoints, runs, tools.handing());
        this.suspension = new Suspension(
                live, runs, tools.handing().carryOut(), tools.handing().approve());
        beans.put("importOrders", new ImportOrders());
        beans.put("importRuns", runs);
        ContactSlices contacts = new ContactSlices(tools.calls(), tools.readers(), settings.imports());
        LastLogins logins = new LastLogins(tools.store(), new Logins(), tools.calls());
        Checkpoints checkpoints = new Checkpoints(transactions, parts.slices(), tools.listener());
        ReadingWiring reading = new ReadingWiring(
                parts, settings.imports(), transactions, held, lag, contacts, logins, disabled, checkpoints);
        beans.putAll(reading.beans());
        beans.put("reactivations", new Reactivations(tools.store(), tools.listener()));
        beans.put(
                "targetedPlan",
                new TargetedPlan(
                        transactions,
                        parts.slices(),
                        parts.hints(),
                        parts.untold(),
                        reading.accountPlan(),
                        settings.webhooks().batch(),
                        settings.imports().incremental().reread()));
        beans.put(
                "hintedOrders",
                new HintedOrders(
                        endpoints,
                        tools.store(),
                        parts.hints(),
                        parts.runs(),
                        live,
                        turns,
                        gate,
                        leases,
                        tools.clock()));
    }

    Map<String, Object> beans() {
        return Map.copyOf(beans);
    }

    LiveRuns live() {
        return live;
    }

    ImportDesk desk() {
        return desk;
    }

    ImportParts parts() {
        return parts;
    }

    Suspension suspension() {
        return suspension;
    }
}
