package io.eicbridge.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eicbridge.sandbox.answers.Asked;
import io.eicbridge.sandbox.answers.Endpoint;
import io.eicbridge.sandbox.answers.JsonBytes;
import io.eicbridge.sandbox.workspace.Controls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/** The controls of the workspace under {@code /sandbox}, for other processes; bodies are JSON objects. */
final class ControlCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Controls controls;

    ControlCalls(Controls controls) {
        this.controls = controls;
    }

    List<Endpoint> all() {
        List<Endpoint> all = new ArrayList<>(contacts());
        all.addAll(others());
        return all;
    }

    private List<Endpoint> contacts() {
        return List.of(
                Endpoint.of("POST", "/sandbox/contacts", (asked, none, out) -> create(asked, out)),
                does("PUT", "/sandbox/contacts/{id}", asked -> controls.updateContact(id(asked), values(asked))),
                does("POST", "/sandbox/contacts/{id}/archive", asked -> controls.archive(id(asked))),
                does("POST", "/sandbox/contacts/{id}/unarchive", asked -> controls.unarchive(id(asked))),
                does("POST", "/sandbox/contacts/{id}/block", asked -> controls.block(id(asked))),
                does("DELETE", "/sandbox/contacts/{id}", asked -> controls.delete(id(asked))),
                does("POST", "/sandbox/contacts/{id}/merge", asked -> controls.merge(id(asked), text(asked, "into"))),
                does("POST", "/sandbox/contacts/{id}/tag", asked -> controls.tag(id(asked), text(asked, "id"))),
                does("POST", "/sandbox/contacts/{id}/untag", asked -> controls.untag(id(asked), text(asked, "id"))),
                does("POST", "/sandbox/contacts/{id}/attach", asked -> controls.attach(id(asked), text(asked, "id"))),
                does("POST", "/sandbox/contacts/{id}/detach", asked -> controls.detach(id(asked), text(asked, "id"))),
                does(
                        "PUT",
                        "/sandbox/contacts/{id}/segments",
                        asked -> controls.overrideSegments(id(asked), ids(asked))),
                does(
                        "PUT",
                        "/sandbox/contacts/{id}/subscriptions",
                        asked -> controls.chooseSubscriptions(id(asked), ids(asked))));
    }

    private List<Endpoint> others() {
        return List.of(
                makes("/sandbox/tags", asked -> controls.createTag(text(asked, "name"))),
                does("PUT", "/sandbox/tags/{id}", asked -> controls.renameTag(id(asked), text(asked, "name"))),
                does(
                        "PUT",
                        "/sandbox/tags/{id}/segment",
                        asked -> controls.dependOnTag(id(asked), text(asked, "name"))),
                does("DELETE", "/sandbox/tags/{id}", asked -> controls.deleteTag(id(asked))),
                makes(
                        "/sandbox/companies",
                        asked -> controls.createCompany(text(asked, "company_id"), text(asked, "name"))),
                does("PUT", "/sandbox/companies/{id}", asked -> controls.renameCompany(id(asked), text(asked, "name"))),
                does("DELETE", "/sandbox/companies/{id}", asked -> controls.deleteCompany(id(asked))),
                makes("/sandbox/admins", asked -> controls.addAdmin(text(asked, "name"), text(asked, "email"))),
                does("DELETE", "/sandbox/admins/{id}", asked -> controls.removeAdmin(id(asked))),
                does("POST", "/sandbox/admins/{id}/login", asked -> controls.login(id(asked))),
                does("PUT", "/sandbox/admins/{id}", this::changeAdmin));
    }

    static Endpoint does(String method, String pattern, Consumer<Asked> deed) {
        return Endpoint.of(method, pattern, (asked, none, out) -> {
            deed.accept(asked);
            out.raw("{}");
        });
    }

    private static Endpoint makes(String pattern, Function<Asked, String> making) {
        return Endpoint.of("POST", pattern, (asked, none, out) -> out.raw("{\"id\":")
                .text(making.apply(asked))
                .raw("}"));
    }

    /** Either {@code {"count": n}} made-up contacts, or one with the given values. */
    private void create(Asked asked, JsonBytes out) {
        boolean several = asked.body().path("count").isInt();
        List<String> ids = several
                ? controls.createContacts(asked.body().path("count").intValue())
                : List.of(controls.createContact(values(asked)));
        out.raw("{\"ids\":[");
        for (int at = 0; at < ids.size(); at++) {
            out.comma(at == 0).text(ids.get(at));
        }
        out.raw("]}");
    }

    private void changeAdmin(Asked asked) {
        JsonNode body = asked.body();
        if (body.has("role")) {
            controls.changeRole(id(asked), body.path("role").asText());
        }
        if (body.has("seat")) {
            controls.changeSeat(id(asked), body.path("seat").booleanValue());
        }
        if (body.has("teams")) {
            List<Integer> teams = new ArrayList<>();
            body.path("teams").forEach(team -> teams.add(team.asInt()));
            controls.changeTeams(id(asked), teams);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> values(Asked asked) {
        return asked.body().isObject() ? JSON.convertValue(asked.body(), Map.class) : Map.of();
    }

    private static String id(Asked asked) {
        return asked.variable("id");
    }

    static String text(Asked asked, String name) {
        JsonNode value = asked.body().path(name);
        if (value.isMissingNode()) {
            throw new IllegalArgumentException("The body needs \"" + name + "\"");
        }
        return value.asText();
    }

    private static Set<String> ids(Asked asked) {
        Set<String> ids = new TreeSet<>();
        asked.body().path("ids").forEach(id -> ids.add(id.asText()));
        return ids;
    }
}
