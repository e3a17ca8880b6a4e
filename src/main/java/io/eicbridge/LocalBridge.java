package io.eicbridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.cli.Bridge;
import io.eicbridge.cli.Decision;
import io.eicbridge.cli.ImportOrder;
import io.eicbridge.cli.Ledger;
import io.eicbridge.cli.RequestFilter;

/** A bridge without open ports in the command's own process, for when none is running. */
final class LocalBridge implements Bridge {
    private final BridgeProcess process;
    private final CommandDesk desk;
    private final RecordsDesk records;
    private final RequestsWiring requests;
    private boolean closed;

    LocalBridge(BridgeProcess process) {
        this.process = process;
        this.desk = process.wiring().desk();
        this.records = process.wiring().records().desk();
        this.requests = process.wiring().requests();
    }

    @Override
    public ObjectNode startImport(ImportOrder order) {
        return desk.startImport(order.json().toString());
    }

    @Override
    public ObjectNode progress(long run) {
        return desk.progress(Long.toString(run));
    }

    @Override
    public ObjectNode runs() {
        return desk.runs();
    }

    @Override
    public ObjectNode approve(long run) {
        return desk.approve(Long.toString(run));
    }

    @Override
    public ObjectNode entries(Ledger ledger, RequestFilter filter) {
        return ledger == Ledger.REQUESTS
                ? requests.requests().list(filter.query())
                : requests.letters().list(filter.query());
    }

    @Override
    public ObjectNode entry(Ledger ledger, long id, boolean audit) {
        String number = Long.toString(id);
        return ledger == Ledger.REQUESTS
                ? requests.requests().show(number, audit ? "audit=true" : "")
                : requests.letters().show(number);
    }

    @Override
    public ObjectNode decide(Ledger ledger, Decision decision) {
        String body = decision.json().toString();
        return ledger == Ledger.REQUESTS
                ? requests.requests().decide(decision.action(), body)
                : requests.letters().decide(decision.action(), body);
    }

    @Override
    public ObjectNode standing() {
        return requests.requests().standing();
    }

    @Override
    public ObjectNode provision(ObjectNode order) {
        return requests.submissions().submit(order.toString());
    }

    @Override
    public ObjectNode mapping(String endpoint) {
        return desk.mapping(endpoint);
    }

    @Override
    public ObjectNode preview(String endpoint, String id) {
        return desk.preview(endpoint, id);
    }

    @Override
    public ObjectNode consumers() {
        return records.consumers();
    }

    @Override
    public ObjectNode resetConsumer(String name, String endpoint) {
        return records.resetConsumer(name, endpoint);
    }

    @Override
    public ObjectNode history(String endpoint, String id) {
        return records.history(endpoint, id);
    }

    @Override
    public ObjectNode forget(String endpoint, String id) {
        return records.forget(endpoint, id);
    }

    @Override
    public ObjectNode reconcile(String endpoint, int limit) {
        return records.reconcile(endpoint, Integer.toString(limit));
    }

    @Override
    public ObjectNode reconciliation(long id) {
        return records.reconciliation(Long.toString(id));
    }

    @Override
    public ObjectNode reloadRoutes() {
        return process.wiring().routes().reload();
    }

    @Override
    public ObjectNode routesReload(long number) {
        return process.wiring().routes().state(Long.toString(number));
    }

    @Override
    public boolean outlivesThisProcess() {
        return false;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            process.close();
        }
    }
}
