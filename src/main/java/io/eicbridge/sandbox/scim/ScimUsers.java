package io.eicbridge.sandbox.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.sandbox.answers.Asked;
import io.eicbridge.sandbox.answers.Endpoint;
import io.eicbridge.sandbox.answers.JsonBytes;
import io.eicbridge.sandbox.answers.Mischief;
import io.eicbridge.sandbox.answers.Refusal;
import io.eicbridge.sandbox.workspace.Teammate;
import java.util.List;
import java.util.function.Consumer;

/** The endpoints of SCIM about teammates. */
final class ScimUsers {
    private static final String PATH = ScimApi.BASE + "/Users";
    private final ScimRoster roster;

    ScimUsers(ScimRoster roster) {
        this.roster = roster;
    }

    List<Endpoint> all() {
        String one = PATH + "/{id}";
        return List.of(
                Endpoint.of("GET", PATH, this::list),
                Endpoint.of("GET", one, (asked, none, out) -> out.tree(shown(roster.get(asked.variable("id")), asked))),
                Endpoint.of("POST", PATH, this::create).answering(201),
                Endpoint.of("PUT", one, (asked, none, out) -> change(asked, user -> replace(user, asked.body()), out)),
                Endpoint.of(
                        "PATCH",
                        one,
                        (asked, none, out) -> change(asked, user -> ScimPatch.apply(asked.body(), user), out)),
                Endpoint.of("DELETE", one, this::delete).answering(204));
    }

    private ObjectNode shown(Teammate teammate, Asked asked) {
        return ScimUser.show(teammate, roster.externalId(teammate), asked.baseUrl());
    }

    private void list(Asked asked, Mischief mischief, JsonBytes out) {
        List<ObjectNode> found = roster.all().stream()
                .map(teammate -> shown(teammate, asked))
                .filter(ScimFilter.users(asked.query("filter")))
                .toList();
        ScimForms.list(found, asked, out);
    }

    private void create(Asked asked, Mischief mischief, JsonBytes out) {
        ScimUser wanted = ScimUser.read(asked.body(), "");
        if (!wanted.active()) {
            throw ScimForms.refused("invalidValue", "A new user must be active");
        }
        Teammate made = roster.together(() -> {
            refuseTaken(wanted.email(), null);
            Teammate invited = roster.invite(wanted.name(), wanted.email());
            Teammate named = wanted.of(invited);
            roster.externalId(invited, wanted.externalId());
            return named.equals(invited) ? invited : roster.rename(named);
        });
        out.tree(shown(made, asked));
    }

    private void refuseTaken(String email, Teammate self) {
        roster.byEmail(email)
                .filter(other -> self == null || !other.id().equals(self.id()))
                .ifPresent(other -> {
                    throw new Refusal(409, "uniqueness", "A user with this userName already exists");
                });
    }

    /** Everything that was not sent is gone, but for the id. */
    private static void replace(ObjectNode user, JsonNode sent) {
        user.removeAll();
        sent.properties().forEach(field -> user.set(field.getKey(), field.getValue()));
    }

    private void change(Asked asked, Consumer<ObjectNode> change, JsonBytes out) {
        ObjectNode answer = roster.together(() -> {
            Teammate before = roster.get(asked.variable("id"));
            ObjectNode user = shown(before, asked);
            change.accept(user);
            ScimUser wanted = ScimUser.read(user, before.email());
            return wanted.active() ? changed(before, wanted, asked) : gone(before, asked);
        });
        out.tree(answer);
    }

    private ObjectNode changed(Teammate before, ScimUser wanted, Asked asked) {
        refuseTaken(wanted.email(), before);
        Teammate after = wanted.of(before);
        roster.externalId(before, wanted.externalId());
        roster.change(before, after);
        return shown(after, asked);
    }

    private ObjectNode gone(Teammate teammate, Asked asked) {
        ObjectNode last = shown(teammate, asked).put("active", false);
        roster.remove(teammate);
        return last;
    }

    private void delete(Asked asked, Mischief mischief, JsonBytes out) {
        roster.together(() -> gone(roster.get(asked.variable("id")), asked));
    }
}
