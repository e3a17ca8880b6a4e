package io.eicbridge.provisioning.teammates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.dialect.provisioning.ParameterCall;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Ids;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.provisioning.queue.KnownSubjects;
import io.eicbridge.provisioning.queue.Sheets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Changes who is in a team by the Preview API, which replaces all members at once: they are read, changed by one, written, and read again,
 * because no answer tells what others wrote meanwhile, or which part of a change was applied.
 */
public final class TeamMembers {
    private static final int CONFLICT = 409;
    private static final int MOST = 1_000;
    private final Sheets sheets;
    private final KnownSubjects subjects;

    TeamMembers(Sheets sheets, KnownSubjects subjects) {
        this.sheets = sheets;
        this.subjects = subjects;
    }

    /** Begins a change. */
    public TeamChange begin(ProvisioningRequest request) {
        return new TeamChange(subjects.of(request));
    }

    /** The call that shows all teams, by which one is found by id or name. */
    public Call read(TeamChange change) {
        return Sheets.own(change.request(), Call.get("/teams"));
    }

    /**
     * The call that writes the members as they shall be; null where they are so, or the API cannot make them so. A conflict is
     * answered and not thrown: whether nothing was written or a part of it, only another reading tells what there is to do.
     *
     * @throws Rejected where there is no such team, or it would have too many members
     */
    public Call write(TeamChange change, Answer answer) {
        JsonNode team = team(change, answer);
        Set<String> members = members(team);
        if (members.contains(change.request().account()) == change.adds()) {
            change.done(effect(change));
            return null;
        }
        if (change.adds()) {
            members.add(change.request().account());
        } else {
            members.remove(change.request().account());
        }
        if (members.isEmpty()) {
            change.leftToAPerson(
                    "The teammate is the last member of the team, and Intercom's API cannot write a team without members.");
            return null;
        }
        refuseTooMany(change, members);
        return change.mayWrite() ? put(change.request(), team, members) : null;
    }

    private Call put(ProvisioningRequest request, JsonNode team, Set<String> members) {
        String parameter = request.operation().word().equals("add-access") ? "AddAccessJSON" : "RemoveAccessJSON";
        ParameterCall call = sheets.call(request, parameter, "Team");
        ObjectNode ids = JsonNodeFactory.instance.objectNode();
        ArrayNode adminIds = ids.putArray("adminIds");
        members.forEach(id -> adminIds.add(Long.parseLong(id)));
        ObjectNode entitlement = JsonNodeFactory.instance
                .objectNode()
                .put("entitlementID", Ids.text(team.path("id")))
                .put("entitlement_value", team.path("name").asText());
        Map<String, JsonNode> more = Map.of("team", ids, "entitlementValue", entitlement);
        return sheets.toIntercom(request, sheets.fill(request, call, more))
                .repeatable()
                .accepting(CONFLICT);
    }

    private static JsonNode team(TeamChange change, Answer answer) {
        ProvisioningRequest request = change.request();
        if (!request.account().matches("\\d{1,18}")) {
            throw new Rejected("Nothing was done: \"" + request.account()
                    + "\" is no id of a teammate, which is a number. " + request.context());
        }
        return TeammateList.team(answer.body(), request.asked().entitlement())
                .orElseThrow(() -> new Rejected("Nothing was done: there is no team \""
                        + request.asked().entitlement()
                        + "\" in Intercom. Import the teammates, and ask for a team that is there. "
                        + request.context()));
    }

    private static Set<String> members(JsonNode team) {
        Set<String> members = new LinkedHashSet<>();
        team.path("admin_ids").forEach(id -> members.add(Ids.text(id)));
        return members;
    }

    private static Effect effect(TeamChange change) {
        String account = change.request().account();
        String words = change.adds() ? "in the team" : "not in the team";
        return change.wrote()
                ? Effect.done(
                        account, "The teammate is now " + words + ", as the team shows that was read after the write.")
                : Effect.already(account, "The teammate was " + words + " already.");
    }

    private static void refuseTooMany(TeamChange change, Set<String> members) {
        if (members.size() > MOST) {
            throw new Rejected("Nothing was done: Intercom's API writes teams of up to " + MOST
                    + " members, and this one would have " + members.size() + ". "
                    + change.request().context());
        }
    }

    /**
     * What came of it, once a reading has shown it.
     *
     * @throws Transient where others kept writing the same team
     */
    public Effect ended(TeamChange change) {
        if (change.effect() == null) {
            throw new Transient(
                    "The team does not show the change yet: somebody else writes it at the same time, or Intercom applied only a"
                            + " part. It is read and written again. "
                            + change.request().context(),
                    true,
                    null,
                    null);
        }
        return change.effect();
    }
}
