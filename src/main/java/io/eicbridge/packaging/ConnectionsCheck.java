package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;
import io.eicbridge.dialect.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Connections that calls name, and what each authentication must have. */
final class ConnectionsCheck implements PackageCheck {
    private static final int MANY = 4;

    /** A place that names a connection. */
    private record Use(Parameter parameter, Located at) {}

    @Override
    public void check(Opened opened) {
        Parameter connection = opened.parameter(KeyCatalogue.CONNECTION);
        Map<String, List<Use>> uses = uses(opened);
        if (connection.isPresent()) {
            Map<String, Located> defined = Look.at(connection.root(), "authentications")
                    .map(Located::members)
                    .orElse(Map.of());
            defined.values().forEach(one -> properties(one, connection.notes()));
            undefined(uses, defined.keySet());
        } else if (opened.source().isWhole()) {
            odd(uses);
        }
    }

    private static Map<String, List<Use>> uses(Opened opened) {
        Map<String, List<Use>> uses = new TreeMap<>();
        for (Parameter parameter : opened.parameters()) {
            Look.walk(parameter.root(), value -> {
                boolean isName = value.key().equals("connection") && value.content() instanceof String;
                if (isName && !Look.plain(value).contains("${")) {
                    uses.computeIfAbsent(Look.plain(value), name -> new ArrayList<>())
                            .add(new Use(parameter, value));
                }
            });
        }
        return uses;
    }

    private static void undefined(Map<String, List<Use>> uses, Set<String> defined) {
        uses.forEach((name, places) -> {
            if (!defined.contains(name)) {
                places.forEach(use -> use.parameter()
                        .notes()
                        .add(
                                Code.CONNECTION_UNDEFINED,
                                use.at(),
                                "ConnectionJSON has no authentication \"" + name + "\"" + Spelling.hint(name, defined),
                                "Name one of " + String.join(", ", defined)));
            }
        });
    }

    /** Without a ConnectionJSON that can be read, a name that one place uses and the others do not is suspicious. */
    private static void odd(Map<String, List<Use>> uses) {
        int all = uses.values().stream().mapToInt(List::size).sum();
        uses.forEach((name, places) -> {
            if (places.size() == 1 && all > MANY) {
                Use use = places.get(0);
                String others = uses.keySet().stream()
                        .filter(other -> !other.equals(name))
                        .collect(Collectors.joining(", "));
                use.parameter()
                        .notes()
                        .add(
                                Code.CONNECTION_ODD,
                                use.at(),
                                "Only this call uses the authentication \"" + name + "\", all others use " + others
                                        + "; ConnectionJSON could not be read to see whether it has it",
                                "Check that ConnectionJSON defines it, or name one of the others");
            }
        });
    }

    private static void properties(Located one, Notes notes) {
        if (one.isObject() && !one.members().containsKey("properties")) {
            notes.add(
                    Code.PROPERTIES_MISSING,
                    one,
                    "The authentication has no \"properties\": EIC fails with \"Cannot invoke method put() on null object\"",
                    "Add \"properties\": {}");
        }
    }
}
