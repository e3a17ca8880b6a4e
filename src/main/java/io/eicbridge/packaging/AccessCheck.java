package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

/** Calls of access tasks whose names match no entitlement type: no task would ever run them. */
final class AccessCheck implements PackageCheck {
    @Override
    public void check(Opened opened) {
        TreeSet<String> types = opened.entitlementTypes();
        if (types.isEmpty()) {
            return;
        }
        opened.provisioning().stream()
                .filter(one ->
                        KeyCatalogue.BY_TYPE.contains(one.name()) || KeyCatalogue.ENTITLEMENTS.contains(one.name()))
                .forEach(one -> Opened.calls(one).forEach(call -> call(call, types, one.notes())));
    }

    private static void call(Located call, TreeSet<String> types, Notes notes) {
        Optional<Located> name = Look.at(call, "name");
        String found = name.map(Look::plain).orElse("");
        if (types.contains(found) || found.contains("${") || name.isEmpty()) {
            return;
        }
        Optional<String> near = types.stream()
                .filter(type -> isNear(type, found))
                .min(Comparator.comparingInt(type -> Distance.between(type, found)));
        notes.add(
                near.isPresent() ? Code.ACCESS_TYPE_MISSPELT : Code.ACCESS_TYPE_UNKNOWN,
                name.get(),
                "The call is named \"" + found + "\", but only calls named like the entitlement type run; "
                        + "ImportAccountEntJSON has " + String.join(", ", types),
                near.map(type -> "Name it \"" + type + "\"")
                        .orElse("Name it like an entitlement type of the endpoint"));
    }

    private static boolean isNear(String type, String found) {
        return Distance.between(type, found) <= Math.min(2, found.length() / 3)
                && (type.equalsIgnoreCase(found) || type.regionMatches(true, 0, found, 0, Math.min(3, found.length())));
    }
}
