package io.eicbridge.connector;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one endpoint offers: the mapped columns of its accounts, and its types of entitlement with their paths. */
public record Population(String endpoint, List<String> accountColumns, List<EntitlementType> types) {

    /** What of the types is imported: the mapped attributes of each that is, and those whose memberships are. */
    public record Imported(Map<String, List<String>> columns, Set<String> memberships) {

        private EntitlementType type(String name, List<String> lists, List<String> singular) {
            return new EntitlementType(
                    name,
                    columns.getOrDefault(name, List.of()),
                    lists,
                    singular.stream().map(word -> word + "_memberships").toList(),
                    columns.containsKey(name),
                    columns.containsKey(name) && memberships.contains(name));
        }
    }

    /** The workspace's admins. */
    public static Population teammates(List<String> accountColumns, Imported imported) {
        return new Population(
                "teammates",
                accountColumns,
                List.of(
                        imported.type("Team", List.of("teams", "groups"), List.of("team", "group")),
                        imported.type("Role", List.of("roles"), List.of("role")),
                        imported.type("Seat", List.of("seats"), List.of("seat"))));
    }

    /** The workspace's users and leads. */
    public static Population contacts(List<String> accountColumns, Imported imported) {
        return new Population(
                "contacts",
                accountColumns,
                List.of(
                        imported.type("Tag", List.of("tags", "groups"), List.of("tag", "group")),
                        imported.type("Company", List.of("companies", "roles"), List.of("company", "role")),
                        imported.type("Subscription", List.of("subscriptions"), List.of("subscription")),
                        imported.type("Segment", List.of("segments"), List.of("segment"))));
    }

    /** Every word that names a type of entitlement where something is done to it. */
    String words() {
        return types.stream().flatMap(type -> type.words().stream()).collect(Collectors.joining(", "));
    }

    /** Every path of this endpoint that gives something, for people who called another one. */
    String paths() {
        Stream<String> lists = types.stream().filter(EntitlementType::listed).flatMap(type -> type.lists().stream()
                .map(list -> "entitlements/" + list));
        Stream<String> memberships = types.stream()
                .filter(EntitlementType::linked)
                .flatMap(type -> type.memberships().stream().map(list -> "accounts/" + list));
        return Stream.of(Stream.of("status", "login", "accounts"), lists, memberships, writes())
                .flatMap(paths -> paths)
                .map(path -> "/" + endpoint + "/api/v1/" + path)
                .collect(Collectors.joining(", "));
    }

    private Stream<String> writes() {
        Stream<String> access = types.stream().flatMap(type -> type.words().stream()
                .flatMap(word ->
                        Stream.of("entitlement/" + word + "/addAccess", "entitlement/" + word + "/removeAccess")));
        return Stream.concat(
                Stream.of(
                        "createAccount",
                        "updateAccount/{accountID}",
                        "removeAccount/{accountID}",
                        "createEntitlement/{type}",
                        "updateEntitlement/{type}/{entitlementID}",
                        "deleteEntitlement/{type}/{entitlementID}"),
                access);
    }
}
