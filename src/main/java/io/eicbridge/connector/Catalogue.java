package io.eicbridge.connector;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what a path names, and says what exists where it names nothing. */
public final class Catalogue {
    private static final int LIST = 4;

    private final List<Population> populations;

    /** The endpoints that are served. */
    public Catalogue(List<Population> populations) {
        this.populations = List.copyOf(populations);
    }

    /** The endpoint of a call; {@code Rejected} with 404 that lists the known ones. */
    Population population(Request request) {
        return populations.stream()
                .filter(population -> population.endpoint().equals(request.endpoint()))
                .findFirst()
                .orElseThrow(() -> Refusals.unknown("There is no such endpoint; there are: "
                        + populations.stream().map(Population::endpoint).collect(Collectors.joining(", ")) + "."));
    }

    /** The type that {@code /entitlements/…} names; {@code Rejected} with 404 that lists the paths. */
    EntitlementType entitlements(Request request) {
        return type(request, EntitlementType::lists);
    }

    /** The type that {@code /accounts/…_memberships} names; {@code Rejected} with 404 that lists the paths. */
    EntitlementType memberships(Request request) {
        return type(request, EntitlementType::memberships);
    }

    private EntitlementType type(Request request, Function<EntitlementType, List<String>> paths) {
        Population population = population(request);
        String list = request.segments().get(LIST);
        return population.types().stream()
                .filter(type -> paths.apply(type).contains(list))
                .findFirst()
                .orElseThrow(() -> Refusals.unknown(
                        "There is no such list; " + population.endpoint() + " has: " + population.paths() + "."));
    }
}
