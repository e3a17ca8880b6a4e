package io.eicbridge.sandbox.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.sandbox.answers.Asked;
import io.eicbridge.sandbox.answers.Endpoint;
import io.eicbridge.sandbox.answers.JsonBytes;
import io.eicbridge.sandbox.answers.Mischief;
import io.eicbridge.sandbox.workspace.Role;
import io.eicbridge.sandbox.workspace.Teammate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The endpoints of SCIM about groups, each of which somebody mapped to a role: its members have the role. */
final class ScimGroups {
    private static final String PATH = ScimApi.BASE + "/Groups";
    private static final Pattern ONE = Pattern.compile("members\\[value eq \"([^\"]+)\"]");
    private final ScimRoster roster;

    ScimGroups(ScimRoster roster) {
        this.roster = roster;
    }

    List<Endpoint> all() {
        String one = PATH + "/{id}";
        return List.of(
                Endpoint.of("GET", PATH, this::list),
                Endpoint.of("GET", one, (asked, none, out) -> out.tree(show(get(asked), asked))),
                Endpoint.of("PATCH", one, this::patch).answering(204));
    }

    private static String idOf(Role role) {
        return "group-" + role.id();
    }

    private static Role get(Asked asked) {
        return Arrays.stream(Role.values())
                .filter(role -> idOf(role).equals(asked.variable("id")))
                .findFirst()
                .orElseThrow(() -> ScimForms.unknown(asked.variable("id")));
    }

    private void list(Asked asked, Mischief mischief, JsonBytes out) {
        List<ObjectNode> found = Arrays.stream(Role.values())
                .map(role -> show(role, asked))
                .filter(ScimFilter.groups(asked.query("filter")))
                .toList();
        ScimForms.list(found, asked, out);
    }

    private ObjectNode show(Role role, Asked asked) {
        ObjectNode group = JsonNodeFactory.instance.objectNode();
        group.putArray("schemas").add("urn:ietf:params:scim:schemas:core:2.0:Group");
        group.put("id", idOf(role)).put("displayName", role.title());
        ArrayNode members = group.putArray("members");
        for (Teammate member : members(role)) {
            members.addObject().put("value", ScimRoster.idOf(member)).put("display", member.email());
        }
        group.putObject("meta").put("resourceType", "Group").put("location", asked.baseUrl() + PATH + "/" + idOf(role));
        return group;
    }

    private List<Teammate> members(Role role) {
        return roster.all().stream()
                .filter(teammate -> teammate.role() == role.ordinal())
                .toList();
    }

    private void patch(Asked asked, Mischief mischief, JsonBytes out) {
        roster.together(() -> {
            Role role = get(asked);
            List<ScimPatch.Operation> operations = ScimPatch.read(asked.body());
            operations.forEach(operation -> named(operation).forEach(roster::get));
            operations.forEach(operation -> apply(role, operation));
            return role;
        });
    }

    private void apply(Role role, ScimPatch.Operation operation) {
        List<String> named = named(operation);
        boolean all = operation.op().equals("remove") && named.isEmpty();
        if (operation.op().equals("replace") || all) {
            members(role).stream()
                    .filter(member -> !named.contains(ScimRoster.idOf(member)))
                    .forEach(member -> roster.grant(member, role, false));
        }
        boolean granted = !operation.op().equals("remove");
        named.forEach(id -> roster.grant(roster.get(id), role, granted));
    }

    private static List<String> named(ScimPatch.Operation operation) {
        Matcher one = ONE.matcher(operation.path());
        if (one.matches()) {
            return List.of(one.group(1));
        }
        if (!operation.path().equals("members") && !operation.value().has("members")) {
            throw ScimForms.refused("invalidPath", "The path is not supported: " + operation.path());
        }
        JsonNode members = operation.path().isEmpty() ? operation.value().path("members") : operation.value();
        List<String> ids = new ArrayList<>();
        members.forEach(member -> ids.add(member.path("value").asText()));
        return ids;
    }
}
