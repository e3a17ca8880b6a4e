package io.eicbridge.connector;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one endpoint offers: the mapped columns of its accounts, and its types of entitlement with their paths. */
public record Population(String endpoint, List<String> accountColumns, List<EntitlementType> types) {

    /** The workspace's admins; {@code columns} gives the mapped attributes per type, a type without entry is not offered. */
    public static Population teammates(List<String> accountColumns, Map<String, List<String>> columns) {
        return new Population(
                "teammates",
                accountColumns,
                offered(
                        columns,
                        List.of(
                                type("Team", columns, List.of("teams", "groups"), List.of("team", "group")),
                                type("Role", columns, List.of("roles"), List.of("role")),
                                type("Seat", columns, List.of("seats"), List.of("seat")))));
    }

    /** The workspace's users and leads; {@code columns} as for teammates. */
    public static Population contacts(List<String> accountColumns, Map<String, List<String>> columns) {
        return new Population(
                "contacts",
                accountColumns,
                offered(
                        columns,
                        List.of(
                                type("Tag", columns, List.of("tags", "groups"), List.of("tag", "group")),
                                type("Company", columns, List.of("companies", "roles"), List.of("company", "role")),
                                type("Subscription", columns, List.of("subscriptions"), List.of("subscription")),
                                type("Segment", columns, List.of("segments"), List.of("segment")))));
    }

    /** Every path of this endpoint, for people who called another one. */
    String paths() {
        Stream<String> lists =
                types.stream().flatMap(type -> type.lists().stream().map(list -> "entitlements/" + list));
        Stream<String> memberships =
                types.stream().flatMap(type -> type.memberships().stream().map(list -> "accounts/" + list));
        return Stream.of(Stream.of("status", "login", "accounts"), lists, memberships)
                .flatMap(paths -> paths)
                .map(path -> "/" + endpoint + "/api/v1/" + path)
                .collect(Collectors.joining(", "));
    }

    private static List<EntitlementType> offered(Map<String, List<String>> columns, List<EntitlementType> all) {
        return all.stream().filter(type -> columns.containsKey(type.name())).toList();
    }

    private static EntitlementType type(
            String name, Map<String, List<String>> columns, List<String> lists, List<String> singular) {
        List<String> memberships =
                singular.stream().map(word -> word + "_memberships").toList();
        return new EntitlementType(name, columns.getOrDefault(name, List.of()), lists, memberships);
    }
}
