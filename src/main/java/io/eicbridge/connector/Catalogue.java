package io.eicbridge.connector;

import io.eicbridge.failure.Rejected;
import java.util.List;
import java.util.Locale;
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
    public Population population(Request request) {
        return populations.stream()
                .filter(population -> population.endpoint().equals(request.endpoint()))
                .findFirst()
                .orElseThrow(() -> Refusals.unknown("There is no such endpoint; there are: "
                        + populations.stream().map(Population::endpoint).collect(Collectors.joining(", ")) + "."));
    }

    /** The type that {@code /entitlements/…} names; {@code Rejected} with 404 that lists the paths, or says why it is off. */
    EntitlementType entitlements(Request request) {
        EntitlementType type = type(request, EntitlementType::lists);
        if (!type.listed()) {
            throw off(request.endpoint(), type, "entitlements");
        }
        return type;
    }

    /** The type that {@code /accounts/…_memberships} names; {@code Rejected} with 404 as for entitlements. */
    EntitlementType memberships(Request request) {
        EntitlementType type = type(request, EntitlementType::memberships);
        if (!type.linked()) {
            throw off(request.endpoint(), type, type.listed() ? "memberships" : "entitlements");
        }
        return type;
    }

    /** The type that a word of a path names where something is done to it, imported or not; {@code Rejected} with 404. */
    public EntitlementType named(Request request, String word) {
        Population population = population(request);
        return population.types().stream()
                .filter(type -> type.words().contains(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Refusals.unknown("There is no such type of entitlement; " + population.endpoint()
                        + " has: " + population.words() + "."));
    }

    /** Never an empty list: EIC would take it for the end of everything that it knows of the type. */
    private static Rejected off(String endpoint, EntitlementType type, String what) {
        return Refusals.unknown("There is no such list, since " + what + " of type " + type.name()
                + " are not imported: name the type in '" + endpoint + "." + what
                + "', and its attributes in the mapping, and import again; or take the list out of EIC's connection.");
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
