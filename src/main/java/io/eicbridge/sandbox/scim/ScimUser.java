package io.eicbridge.sandbox.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.sandbox.workspace.Teammate;

/** What SCIM says about a person, as far as Intercom keeps it; title and external id may be null. */
record ScimUser(String email, String name, String title, String externalId, boolean active) {
    private static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User";

    /** Reads what a client sent; of the address, the one that differs from before counts. */
    static ScimUser read(JsonNode sent, String before) {
        String userName = sent.path("userName").asText("");
        String work = sent.path("emails").path(0).path("value").asText(userName);
        String email = userName.equalsIgnoreCase(before) ? work : userName;
        if (!email.matches("[^@\\s]+@[^@\\s]+")) {
            throw ScimForms.refused("invalidValue", "userName must be an e-mail address");
        }
        return new ScimUser(
                email,
                name(sent, email),
                sent.path("title").asText(null),
                sent.path("externalId").asText(null),
                !"false".equalsIgnoreCase(sent.path("active").asText("true")));
    }

    /** The name in parts comes before the name in one: clients that send both change the parts. */
    private static String name(JsonNode sent, String email) {
        JsonNode name = sent.path("name");
        String parts = (name.path("givenName").asText("") + " "
                        + name.path("familyName").asText(""))
                .trim();
        String whole = name.path("formatted").asText(sent.path("displayName").asText(""));
        return !parts.isEmpty() ? parts : whole.isBlank() ? email : whole;
    }

    /** How a teammate is shown; the name is parted at its last blank. */
    static ObjectNode show(Teammate teammate, String externalId, String base) {
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        user.putArray("schemas").add(SCHEMA);
        String id = ScimRoster.idOf(teammate);
        user.put("id", id).put("userName", teammate.email());
        if (externalId != null) {
            user.put("externalId", externalId);
        }
        int blank = teammate.name().lastIndexOf(' ');
        user.putObject("name")
                .put("formatted", teammate.name())
                .put("givenName", blank < 0 ? teammate.name() : teammate.name().substring(0, blank))
                .put(
                        "familyName",
                        teammate.name().substring(blank + 1).equals(teammate.name())
                                ? ""
                                : teammate.name().substring(blank + 1));
        user.put("displayName", teammate.name()).put("title", teammate.jobTitle());
        user.putArray("emails")
                .addObject()
                .put("value", teammate.email())
                .put("type", "work")
                .put("primary", true);
        user.put("active", true);
        user.putObject("meta").put("resourceType", "User").put("location", base + ScimApi.BASE + "/Users/" + id);
        return user;
    }

    Teammate of(Teammate before) {
        return before.named(name, email, title == null ? before.jobTitle() : title);
    }
}
