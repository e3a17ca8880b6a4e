package io.eicbridge.journal.request;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which requests to list; what is empty does not restrict.
 *
 * @param account Intercom's id of the account, or what the caller gave
 * @param states any of these, all where there are none
 * @param before only requests of a lower number, to go on with a list
 */
public record RequestQuery(
        Optional<String> endpoint,
        Optional<Operation> operation,
        Optional<String> account,
        Set<RequestState> states,
        Optional<Instant> since,
        Optional<Long> before,
        int limit) {

    /** The newest of all. */
    public static RequestQuery newest(int limit) {
        return new RequestQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                limit);
    }

    /** The same in these states. */
    public RequestQuery in(Set<RequestState> others) {
        return new RequestQuery(endpoint, operation, account, others, since, before, limit);
    }

    String conditions() {
        return (endpoint.isPresent() ? " and r.endpoint = :endpoint" : "")
                + (operation.isPresent() ? " and r.operation = :operation" : "")
                + (account.isPresent() ? " and (r.account = :account or r.account_id = :account)" : "")
                + (since.isPresent() ? " and r.created_at >= :since" : "")
                + (before.isPresent() ? " and r.request < :before" : "")
                + (states.isEmpty() ? "" : " and r.state in (" + words() + ")");
    }

    private String words() {
        return states.stream().map(state -> "'" + state.word() + "'").sorted().collect(Collectors.joining(", "));
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        endpoint.ifPresent(value -> values.put("endpoint", value));
        operation.ifPresent(value -> values.put("operation", value.word()));
        account.ifPresent(value -> values.put("account", value));
        since.ifPresent(value -> values.put("since", value));
        before.ifPresent(value -> values.put("before", value));
        return values;
    }
}
