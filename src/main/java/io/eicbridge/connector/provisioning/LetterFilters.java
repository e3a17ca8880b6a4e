package io.eicbridge.connector.provisioning;

import io.eicbridge.journal.DeadLetterQuery;
import io.eicbridge.journal.DeadLetterState;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.RequestQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads which dead letters a caller means, by the request that they are about. */
public final class LetterFilters {
    /** What a filter may say. */
    public static final List<String> NAMES = List.of("endpoint", "operation", "account", "since", "limit");

    private static final String MOST = "1000";

    private LetterFilters() {}

    /**
     * The open letters that are meant.
     *
     * @param told what the filter says under each name, empty for nothing
     * @throws io.eicbridge.failure.Rejected with 400 and all violations
     */
    public static DeadLetterQuery read(Function<String, Optional<String>> told, Set<String> endpoints) {
        Function<String, Optional<String>> whole =
                name -> told.apply(name).or(() -> Optional.of(MOST).filter(any -> name.equals("limit")));
        RequestQuery query = new RequestFilters(whole).read(endpoints, Set.of());
        return new DeadLetterQuery(
                query.endpoint(),
                Optional.empty(),
                query.since(),
                Optional.of(DeadLetterState.OPEN),
                query.operation().map(Operation::word),
                query.account(),
                query.limit());
    }
}
