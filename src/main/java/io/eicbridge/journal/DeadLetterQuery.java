package io.eicbridge.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * Which dead letters to list, newest first; what is empty does not restrict.
 *
 * @param operation of the request that a letter is about; letters about records have none, and likewise no account
 */
public record DeadLetterQuery(
        Optional<String> endpoint,
        Optional<String> kind,
        Optional<Instant> since,
        Optional<DeadLetterState> state,
        Optional<String> operation,
        Optional<String> account,
        int limit) {
    private static final String OF_REQUEST = " and kind = 'request' and exists (select 1 from requests r"
            + " where cast(r.request as varchar(20)) = dead_letters.subject and ";

    /** The newest open ones of all endpoints. */
    public static DeadLetterQuery newest(int limit) {
        return new DeadLetterQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(DeadLetterState.OPEN),
                Optional.empty(),
                Optional.empty(),
                limit);
    }

    /** The same with another limit. */
    public DeadLetterQuery upTo(int most) {
        return new DeadLetterQuery(endpoint, kind, since, state, operation, account, most);
    }

    String conditions() {
        return (endpoint.isPresent() ? " and endpoint = :endpoint" : "")
                + (kind.isPresent() ? " and kind = :kind" : "")
                + (since.isPresent() ? " and created_at >= :since" : "")
                + (state.isPresent() ? " and state = :state" : "")
                + (operation.isPresent() ? OF_REQUEST + "r.operation = :operation)" : "")
                + (account.isPresent() ? OF_REQUEST + "(r.account = :account or r.account_id = :account))" : "");
    }
}
