package io.eicbridge.provisioning.teammates;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which SCIM group gives which role: somebody has mapped them in Intercom's settings, where no API looks. */
record RoleGroups(Map<String, String> byRole) {

    /** The group for the role of a request, which may name it by its value or, beside its id, in the entitlement. */
    Optional<String> of(ProvisioningRequest request) {
        JsonNode value = request.bindings().path("entitlementValue");
        return Stream.of(
                        request.asked().entitlement(),
                        value.path("entitlement_value").asText(""),
                        value.path("displayname").asText(""))
                .map(byRole::get)
                .filter(group -> group != null)
                .findFirst();
    }
}
