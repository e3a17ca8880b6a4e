package io.eicbridge.sandbox.search;

import io.eicbridge.sandbox.people.Population;
import io.eicbridge.sandbox.workspace.Attribute;
import io.eicbridge.sandbox.workspace.Attributes;
import io.eicbridge.sandbox.workspace.Kind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The orders that results can have, each worked out when first asked for. */
final class Orders {
    private final Population population;
    private final Map<String, Order> orders = new ConcurrentHashMap<>();

    Orders(Population population) {
        this.population = population;
    }

    /** The order by an attribute; the sandbox sorts by points in time only. */
    Order by(String name) {
        Attribute attribute = Attributes.PLAIN.stream()
                .filter(candidate -> candidate.name().equals(name) && candidate.kind() == Kind.TIME)
                .findFirst()
                .orElseThrow(() -> new BadQuery("invalid_field", "Cannot sort by " + name));
        return orders.computeIfAbsent(name, missing -> Order.of(attribute, population));
    }
}
