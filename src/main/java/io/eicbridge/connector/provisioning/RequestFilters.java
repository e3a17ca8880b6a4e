package io.eicbridge.connector.provisioning;

import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.RequestQuery;
import io.eicbridge.journal.request.RequestState;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads which requests a caller means; everything wrong with a filter is told at once. */
public final class RequestFilters {
    /** What a filter may say. */
    public static final List<String> NAMES =
            List.of("endpoint", "state", "operation", "account", "since", "before", "limit");

    private static final int USUAL = 50;
    private static final int MOST = 1_000;
    private final Function<String, Optional<String>> told;
    private final Violations violations = new Violations();

    /** A filter that says {@code told} under each of its names, empty for nothing. */
    public RequestFilters(Function<String, Optional<String>> told) {
        this.told = told;
    }

    /**
     * The requests that are meant, of the known endpoints.
     *
     * @param otherwise the states that are meant where the filter says none; empty for all
     * @throws io.eicbridge.failure.Rejected with 400 and all violations
     */
    public RequestQuery read(Set<String> endpoints, Set<RequestState> otherwise) {
        RequestQuery query = new RequestQuery(
                endpoint(endpoints), operation(), text("account"), states(otherwise), since(), before(), limit());
        violations.settle();
        return query;
    }

    /** The endpoint alone. */
    Optional<String> endpoint(Set<String> endpoints) {
        Optional<String> endpoint = text("endpoint");
        violations.unless(
                endpoint.isEmpty() || endpoints.contains(endpoint.get()),
                "'endpoint' is none: allowed are " + String.join(", ", endpoints) + ".");
        return endpoint;
    }

    private Set<RequestState> states(Set<RequestState> otherwise) {
        Optional<String> word = text("state");
        Optional<RequestState> state = word.flatMap(RequestState::of);
        violations.unless(
                word.isPresent() == state.isPresent(),
                "'state' is none: allowed are "
                        + words(Stream.of(RequestState.values()).map(RequestState::word)) + ".");
        return word.isPresent() ? state.map(Set::of).orElse(Set.of()) : otherwise;
    }

    private Optional<Operation> operation() {
        Optional<String> word = text("operation");
        Optional<Operation> operation = word.flatMap(Operation::of);
        violations.unless(
                word.isPresent() == operation.isPresent(),
                "'operation' is none: allowed are "
                        + words(Stream.of(Operation.values()).map(Operation::word)) + ".");
        return operation;
    }

    private Optional<Instant> since() {
        try {
            return text("since").map(Instant::parse);
        } catch (DateTimeParseException e) {
            violations.add("'since' is no time: give it as 2026-11-24T10:00:00Z.");
            return Optional.empty();
        }
    }

    private Optional<Long> before() {
        return number("before", "allowed is the number of a request.");
    }

    private int limit() {
        return number("limit", "allowed are 0 to " + MOST + ".")
                .map(limit -> (int) Math.min(MOST, limit))
                .orElse(USUAL);
    }

    private Optional<Long> number(String name, String allowed) {
        Optional<String> text = text(name);
        boolean number = text.isEmpty() || text.get().matches("\\d{1,18}");
        violations.unless(number, "'" + name + "' is no number: " + allowed);
        return text.filter(any -> number).map(Long::parseLong);
    }

    private Optional<String> text(String name) {
        return told.apply(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String words(Stream<String> words) {
        return words.collect(Collectors.joining(", "));
    }
}
