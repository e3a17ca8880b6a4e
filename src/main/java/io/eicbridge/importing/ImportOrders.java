package io.eicbridge.importing;

import io.eicbridge.journal.Mode;

/** Makes the orders that schedules place. */
public final class ImportOrders {
    /** An order for a full import of one endpoint. */
    public ImportOrder full(String endpoint) {
        return new ImportOrder(endpoint, Mode.FULL, false);
    }

    /** An order for an incremental import of one endpoint. */
    public ImportOrder incremental(String endpoint) {
        return new ImportOrder(endpoint, Mode.INCREMENTAL, false);
    }
}
