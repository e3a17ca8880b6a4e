package io.eicbridge.sandbox.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.sandbox.answers.Asked;
import io.eicbridge.sandbox.answers.JsonBytes;
import io.eicbridge.sandbox.answers.Refusal;
import java.util.List;
import java.util.Set;

/** The forms of SCIM's answers that are not about one thing: errors, lists, the configuration. */
public final class ScimForms {
    private static final String MESSAGE = "urn:ietf:params:scim:api:messages:2.0:";
    private static final Set<String> TYPES = Set.of(
            "uniqueness", "invalidFilter", "invalidSyntax", "invalidPath", "invalidValue", "noTarget", "mutability");
    private static final int MOST = 200;

    private ScimForms() {}

    /** An error; a body that cannot be read is a wrong syntax here. */
    public static void error(Refusal refusal, String requestId, JsonBytes out) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.putArray("schemas").add(MESSAGE + "Error");
        String type = refusal.code().equals("parameter_invalid") ? "invalidSyntax" : refusal.code();
        if (TYPES.contains(type)) {
            error.put("scimType", type);
        }
        error.put("detail", refusal.getMessage()).put("status", String.valueOf(refusal.status()));
        out.tree(error);
    }

    static Refusal refused(String type, String detail) {
        return new Refusal(400, type, detail);
    }

    static Refusal unknown(String id) {
        return new Refusal(404, "not_found", "Resource " + id + " not found");
    }

    /** The page of a list that was asked for, counted from 1. */
    static void list(List<? extends JsonNode> found, Asked asked, JsonBytes out) {
        int start = Math.max(1, number(asked, "startIndex", 1));
        int count = Math.max(0, Math.min(MOST, number(asked, "count", 100)));
        List<? extends JsonNode> page =
                found.stream().skip(start - 1L).limit(count).toList();
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.putArray("schemas").add(MESSAGE + "ListResponse");
        list.put("totalResults", found.size()).put("startIndex", start).put("itemsPerPage", page.size());
        list.putArray("Resources").addAll(page);
        out.tree(list);
    }

    private static int number(Asked asked, String name, int byDefault) {
        String text = asked.query(name);
        if (text != null && !text.matches("-?\\d{1,9}")) {
            throw refused("invalidValue", name + " must be a number");
        }
        return text == null ? byDefault : Integer.parseInt(text);
    }

    static JsonNode configuration() {
        ObjectNode configuration = JsonNodeFactory.instance.objectNode();
        configuration.putArray("schemas").add("urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig");
        configuration.putObject("patch").put("supported", true);
        configuration.putObject("filter").put("supported", true).put("maxResults", MOST);
        for (String lacking : List.of("bulk", "changePassword", "sort", "etag")) {
            configuration.putObject(lacking).put("supported", false);
        }
        configuration.putArray("authenticationSchemes").addObject().put("type", "oauthbearertoken");
        return configuration;
    }
}
