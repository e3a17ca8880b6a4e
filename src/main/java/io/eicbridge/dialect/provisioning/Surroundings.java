package io.eicbridge.dialect.provisioning;

import io.eicbridge.dialect.Located;
import io.eicbridge.dialect.Spelling;
import java.util.Optional;
import java.util.Set;

/**
 * What other files of the endpoint say and a parameter must agree with.
 *
 * @param entitlementTypes the types of {@code ImportAccountEntJSON}, empty where they are not known
 */
record Surroundings(Connections connections, Set<String> entitlementTypes) {
    /** Why a call of this name never runs, empty if it does. */
    Optional<String> objectionToName(String parameter, String name) {
        if (!ParameterNames.BY_TYPE.contains(parameter)
                || entitlementTypes.isEmpty()
                || entitlementTypes.contains(name)) {
            return Optional.empty();
        }
        return Optional.of(
                "is called \"" + name + "\", but only calls that are named as an entitlement type are ever made"
                        + Spelling.hint(name, entitlementTypes) + " Types of ImportAccountEntJSON: "
                        + String.join(", ", entitlementTypes));
    }

    /** Why a call cannot name this connection, empty if it can. */
    Optional<String> objectionToConnection(Located connection) {
        String name = String.valueOf(connection.content());
        return connections.has(name)
                ? Optional.empty()
                : Optional.of("names connection \"" + name + "\", which ConnectionJSON does not have"
                        + Spelling.hint(name, connections.own().keySet()) + " It has "
                        + String.join(", ", connections.own().keySet()));
    }
}
