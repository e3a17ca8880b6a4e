package io.eicbridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.connector.ConsumerDesk;
import io.eicbridge.failure.Rejected;
import io.eicbridge.importing.HistoryDesk;
import io.eicbridge.importing.PersonalValues;
import io.eicbridge.importing.Reconciliations;
import java.util.Set;

/** Answers what commands ask about single accounts, consumers and agreement with Intercom, over the API or in this process. */
public final class RecordsDesk {
    private final Set<String> endpoints;
    private final ConsumerDesk consumers;
    private final HistoryDesk history;
    private final PersonalValues values;
    private final Reconciliations reconciliations;

    RecordsDesk(
            Set<String> endpoints,
            ConsumerDesk consumers,
            HistoryDesk history,
            PersonalValues values,
            Reconciliations reconciliations) {
        this.endpoints = endpoints;
        this.consumers = consumers;
        this.history = history;
        this.values = values;
        this.reconciliations = reconciliations;
    }

    /** How far each consumer has read each list. */
    public ObjectNode consumers() {
        return consumers.list();
    }

    /** Lets a consumer begin anew, with the lists of one endpoint or with all. */
    public ObjectNode resetConsumer(String consumer, String endpoint) {
        boolean all = endpoint == null || endpoint.isBlank();
        return consumers.reset(consumer, all ? "" : checked(endpoint));
    }

    /** What happened to one account. */
    public ObjectNode history(String endpoint, String id) {
        return history.of(checked(endpoint), id);
    }

    /** Blanks the personal values of one account that is gone. */
    public ObjectNode forget(String endpoint, String id) {
        return values.forget(checked(endpoint), id);
    }

    /** Begins to compare an endpoint with Intercom; answers {@code {"reconciliation"}} at once. */
    public ObjectNode reconcile(String endpoint, String limit) {
        return reconciliations.start(checked(endpoint), (int) Math.min(10_000, number(limit)));
    }

    /** How far a comparison is, and its findings once it ended. */
    public ObjectNode reconciliation(String id) {
        return reconciliations.progress(number(id));
    }

    private String checked(String endpoint) {
        if (!endpoints.contains(endpoint)) {
            throw refused(404, "There is no endpoint \"" + endpoint + "\"; allowed is one of " + endpoints + ".");
        }
        return endpoint;
    }

    private static long number(String text) {
        if (text == null || !text.matches("\\d{1,9}")) {
            throw refused(400, "\"" + text + "\" is no number; give a whole number.");
        }
        return Long.parseLong(text);
    }

    private static Rejected refused(int status, String message) {
        return new Rejected(message, status, "", null);
    }
}
