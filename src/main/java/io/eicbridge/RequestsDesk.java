package io.eicbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.connector.Parameters;
import io.eicbridge.connector.provisioning.RequestFilters;
import io.eicbridge.connector.provisioning.RequestView;
import io.eicbridge.connector.provisioning.Told;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestQuery;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.provisioning.RequestActs;
import io.eicbridge.provisioning.RequestShelf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Answers what commands and callers ask and decide about requests, the same over the API and in this process. */
public final class RequestsDesk {
    private static final int PAGE = 1_000;
    /** Those that an action is for, where a filter names no state. */
    private static final Map<String, Set<RequestState>> MEANT = Map.of(
            "replay", Set.of(RequestState.REJECTED, RequestState.DEAD),
            "discard", Set.of(RequestState.WAITING, RequestState.HELD),
            "release", Set.of(RequestState.HELD),
            "run", Set.of(RequestState.WAITING));

    private final Set<String> endpoints;
    private final RequestShelf shelf;
    private final Supplier<ObjectNode> standing;
    private final LongFunction<ProvisioningRequest> outcome;
    private final Deciders deciders;

    RequestsDesk(
            Set<String> endpoints,
            RequestShelf shelf,
            Supplier<ObjectNode> standing,
            LongFunction<ProvisioningRequest> outcome,
            Map<String, Deciders.Decider> acts) {
        this.endpoints = endpoints;
        this.standing = standing;
        this.outcome = outcome;
        this.shelf = shelf;
        this.deciders = new Deciders(acts);
    }

    /** What can be done to a request, by the words of the API. */
    static Map<String, Deciders.Decider> acts(RequestActs acts) {
        return Map.of(
                "replay", (id, who, why) -> acts.replay(id, new RequestActs.By(who, why)),
                "discard", (id, who, why) -> acts.discard(id, new RequestActs.By(who, why)),
                "release", (id, who, why) -> acts.release(id, new RequestActs.By(who, why)),
                "run", (id, who, why) -> acts.run(id, new RequestActs.By(who, why)));
    }

    /** The newest first, of all endpoints unless the query of the path names one. */
    public ObjectNode list(String query) {
        return list(Parameters.read(query, RequestFilters.NAMES)::text);
    }

    /** The same of one endpoint. */
    public ObjectNode ofEndpoint(String endpoint, String query) {
        Parameters parameters = Parameters.read(query, RequestFilters.NAMES);
        return list(name -> name.equals("endpoint") ? Optional.of(endpoint) : parameters.text(name));
    }

    private ObjectNode list(Function<String, Optional<String>> told) {
        RequestShelf.Listed listed = shelf.list(new RequestFilters(told).read(endpoints, Set.of()));
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("errorCode", "0");
        ArrayNode list = answer.putArray("requests");
        listed.requests().forEach(request -> list.add(RequestView.told(request)));
        return answer.put("total", listed.total());
    }

    /** One with its attempts, steps and bindings, with {@code audit=true} in the query also with its audit. */
    public ObjectNode show(String id, String query) {
        boolean audit = Parameters.read(query, List.of("audit"))
                .text("audit")
                .filter("true"::equals)
                .isPresent();
        return DetailView.of(shelf.show(Numbers.read(id)), audit);
    }

    /** How the requests of each endpoint stand, by the endpoint's name. */
    public ObjectNode standing() {
        return standing.get();
    }

    /**
     * Does to requests what {@code {"ids"}} or {@code {"filter"}} mean, the oldest first. A single one that goes on is waited for a
     * while, and told as {@code request} as it then stands.
     */
    public ObjectNode decide(String action, String body) {
        ObjectNode answer = deciders.decide(action, body, filter -> meant(action, filter));
        JsonNode done = answer.path("done");
        if (done.size() == 1 && answer.path("refused").isEmpty()) {
            answer.set("request", RequestView.told(outcome.apply(done.get(0).asLong())));
        }
        return answer;
    }

    private List<Long> meant(String action, JsonNode filter) {
        RequestQuery query =
                new RequestFilters(Told.in(filter, RequestFilters.NAMES)).read(endpoints, MEANT.get(action));
        List<Long> ids = new ArrayList<>();
        List<ProvisioningRequest> page;
        do {
            Optional<Long> before = ids.isEmpty() ? query.before() : Optional.of(ids.get(ids.size() - 1));
            page = shelf.list(page(query, before)).requests();
            page.forEach(request -> ids.add(request.id()));
        } while (page.size() == PAGE);
        Collections.reverse(ids);
        return ids;
    }

    private static RequestQuery page(RequestQuery query, Optional<Long> before) {
        return new RequestQuery(
                query.endpoint(), query.operation(), query.account(), query.states(), query.since(), before, PAGE);
    }
}
