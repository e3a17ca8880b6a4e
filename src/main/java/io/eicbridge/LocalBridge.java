package io.eicbridge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.cli.Bridge;
import io.eicbridge.cli.DeadLetterFilter;
import io.eicbridge.cli.ImportOrder;

/** A bridge without open ports in the command's own process, for when none is running. */
final class LocalBridge implements Bridge {
    private final BridgeProcess process;
    private final CommandDesk desk;
    private boolean closed;

    LocalBridge(BridgeProcess process) {
        this.process = process;
        this.desk = process.wiring().desk();
    }

    @Override
    public ObjectNode startImport(ImportOrder order) {
        return desk.startImport(JsonNodeFactory.instance
                .objectNode()
                .put("endpoint", order.endpoint())
                .put("mode", order.mode())
                .put("dryRun", order.dryRun())
                .toString());
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
    public ObjectNode deadLetters(DeadLetterFilter filter) {
        return desk.deadLetters(filter.endpoint(), Integer.toString(filter.limit()));
    }

    @Override
    public ObjectNode deadLetter(long id) {
        return desk.deadLetter(Long.toString(id));
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
