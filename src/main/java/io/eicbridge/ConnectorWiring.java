package io.eicbridge;

import io.eicbridge.connector.AccountLists;
import io.eicbridge.connector.ApiAnswers;
import io.eicbridge.connector.ApiStatus;
import io.eicbridge.connector.Callers;
import io.eicbridge.connector.Catalogue;
import io.eicbridge.connector.Deltas;
import io.eicbridge.connector.Elsewhere;
import io.eicbridge.connector.EntitlementLists;
import io.eicbridge.connector.ListAnswers;
import io.eicbridge.connector.ListRequests;
import io.eicbridge.connector.Logins;
import io.eicbridge.connector.MembershipLists;
import io.eicbridge.connector.Pins;
import io.eicbridge.connector.Population;
import io.eicbridge.connector.PublicUrl;
import io.eicbridge.connector.Requests;
import io.eicbridge.connector.provisioning.RequestView;
import io.eicbridge.connector.provisioning.SubmissionAnswers;
import io.eicbridge.connector.provisioning.Submissions;
import io.eicbridge.connector.provisioning.TicketAnswers;
import io.eicbridge.connector.provisioning.Tickets;
import io.eicbridge.connector.provisioning.WaitingCalls;
import io.eicbridge.dialect.ColumnMapping;
import io.eicbridge.dialect.RowMapping;
import io.eicbridge.importing.EndpointImport;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the beans of the connector API's routes. */
final class ConnectorWiring {
    private final Map<String, Object> beans;
    private final Tickets tickets;
    private final WaitingCalls waiting;

    ConnectorWiring(Settings settings, Store store, Map<String, EndpointImport> endpoints, Clock clock) {
        Catalogue catalogue = new Catalogue(
                endpoints.values().stream().map(ConnectorWiring::population).toList());
        this.tickets = new Tickets(catalogue);
        this.waiting = new WaitingCalls(settings.bridge().waitingCalls());
        this.beans = new LinkedHashMap<>(Map.of(
                "apiRequests", new Requests(),
                "apiAnswers", new ApiAnswers(),
                "apiStatus", new ApiStatus(store, catalogue, clock),
                "apiElsewhere", new Elsewhere(catalogue)));
        beans.putAll(writes(catalogue));
        beans.putAll(lists(settings.bridge(), store, catalogue, clock));
        if (!settings.bridge().apiToken().isEmpty()) {
            Callers callers = new Callers(
                    settings.bridge().apiToken(), optional(settings.bridge().previousApiToken()));
            beans.put("callers", callers);
            beans.put("logins", new Logins(callers));
        }
    }

    private Map<String, Object> writes(Catalogue catalogue) {
        return Map.of(
                "submissions", new Submissions(catalogue),
                "submissionAnswers", new SubmissionAnswers(),
                "waitingCalls", waiting,
                "requestView", new RequestView(catalogue),
                "tickets", tickets,
                "ticketAnswers", new TicketAnswers());
    }

    private static Map<String, Object> lists(BridgeSettings bridge, Store store, Catalogue catalogue, Clock clock) {
        Pins pins = new Pins(store, clock);
        ListAnswers answers =
                new ListAnswers(new ListRequests(bridge.maxPagesize()), new PublicUrl(optional(bridge.publicUrl())));
        Deltas deltas = new Deltas(store, pins, answers, clock);
        return Map.of(
                "accountLists", new AccountLists(store, catalogue, pins, answers, deltas),
                "entitlementLists", new EntitlementLists(store, catalogue, pins, answers, deltas),
                "membershipLists", new MembershipLists(store, catalogue, pins, answers, deltas));
    }

    private static Optional<String> optional(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }

    private static Population population(EndpointImport endpoint) {
        List<String> accounts = columns(endpoint.parameters().accounts());
        Map<String, List<String>> types = new LinkedHashMap<>();
        endpoint.entitlements().forEach(type -> endpoint.parameters()
                .entitlements(type)
                .ifPresent(mapping -> types.put(type, columns(mapping))));
        Population.Imported imported = new Population.Imported(types, endpoint.memberships());
        return endpoint.ofContacts()
                ? Population.contacts(accounts, imported)
                : Population.teammates(accounts, imported);
    }

    private static List<String> columns(RowMapping mapping) {
        return mapping.columns().stream().map(ColumnMapping::column).toList();
    }

    /** What reads tickets, and what commands hand in in their form. */
    Tickets tickets() {
        return tickets;
    }

    /** The places of those that wait for an outcome. */
    WaitingCalls waiting() {
        return waiting;
    }

    Map<String, Object> beans() {
        return beans;
    }
}
