package io.eicbridge;

import io.eicbridge.connector.ConsumerDesk;
import io.eicbridge.importing.EndpointImport;
import io.eicbridge.importing.HistoryDesk;
import io.eicbridge.importing.Housekeeping;
import io.eicbridge.importing.OldJournal;
import io.eicbridge.importing.PersonalValues;
import io.eicbridge.importing.Reconciliations;
import io.eicbridge.intercom.Calls;
import io.eicbridge.store.Store;
import java.util.Map;

/** Makes what commands ask about accounts, consumers and agreement with Intercom, and what tidies up after them. */
final class RecordsWiring {
    private final RecordsDesk desk;
    private final Housekeeping housekeeping;

    RecordsWiring(Settings settings, Map<String, EndpointImport> endpoints, Calls calls, ImportParts parts) {
        Store store = parts.store();
        Reconciliations comparisons = new Reconciliations(endpoints, store, calls, parts.runs(), settings.imports());
        PersonalValues values =
                new PersonalValues(store, parts.accounts(), parts.deadLetters(), comparisons, parts.clock());
        this.desk = new RecordsDesk(
                endpoints.keySet(),
                new ConsumerDesk(store, parts.clock()),
                new HistoryDesk(store, parts.runs(), parts.hints()),
                values,
                comparisons);
        OldJournal journal = new OldJournal(
                store, parts.runs(), parts.slices(), parts.deadLetters(), settings.keeping(), parts.clock());
        this.housekeeping =
                new Housekeeping(store, endpoints.keySet(), values, journal, settings.keeping(), parts.clock());
    }

    Map<String, Object> beans() {
        return Map.of("recordsDesk", desk, "housekeeping", housekeeping);
    }

    RecordsDesk desk() {
        return desk;
    }

    Housekeeping housekeeping() {
        return housekeeping;
    }
}
