package io.eicbridge.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.dialect.ImportParameters;
import io.eicbridge.intercom.Scope;
import java.util.Set;

/**
 * What an endpoint's imports read and how it is mapped.
 *
 * @param name {@code teammates} or {@code contacts}
 * @param entitlements types whose values are imported
 * @param memberships types whose memberships are imported
 * @param excluded values that are left out
 * @param scope which contacts are read
 * @param disableMarker the custom attribute that marks a disabled contact, empty for none
 */
public record EndpointImport(
        String name,
        ImportParameters parameters,
        Set<String> entitlements,
        Set<String> memberships,
        ExcludedValues excluded,
        Scope scope,
        String disableMarker) {
    /** The endpoint of Intercom's customers. */
    public static final String CONTACTS = "contacts";
    /** The endpoint of the workspace's teammates. */
    public static final String TEAMMATES = "teammates";

    /** An endpoint whose disabled accounts bear no mark. */
    public EndpointImport(
            String name,
            ImportParameters parameters,
            Set<String> entitlements,
            Set<String> memberships,
            ExcludedValues excluded,
            Scope scope) {
        this(name, parameters, entitlements, memberships, excluded, scope, "");
    }

    /** Whether a record bears the mark of a disabled account. */
    boolean marks(JsonNode item) {
        JsonNode mark = item.path("custom_attributes").path(disableMarker);
        return !disableMarker.isEmpty() && mark.asText().equalsIgnoreCase("true");
    }

    /** Whether the endpoint is that of the contacts. */
    public boolean ofContacts() {
        return CONTACTS.equals(name);
    }

    /** The fingerprint of the mapping; a run does not go on under another one. */
    String mapping() {
        return parameters.fingerprint();
    }

    boolean links(String type) {
        return memberships.contains(type);
    }

    /** What a run covers, as it is recorded: a change of it holds the next full run. */
    String coverage() {
        return "filter: " + scope.text() + "; entitlements: " + String.join(",", new java.util.TreeSet<>(entitlements))
                + "; memberships: " + String.join(",", new java.util.TreeSet<>(memberships)) + "; excluded: "
                + excluded.text();
    }
}
