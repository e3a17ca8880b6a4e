package io.eicbridge.sandbox.answers;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.workspace.Team;
import io.eicbridge.sandbox.workspace.Teammates;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Reads who shall be in a team; everything else of the team may be sent, but not changed. */
final class TeamBody {
    private static final int MOST = 1_000;
    private static final Set<String> WRITABLE = Set.of("admin_ids", "admin_priority_level");
    private final Teammates teammates;
    private final Team team;
    private final JsonNode shown;

    TeamBody(Teammates teammates, Team team, JsonNode shown) {
        this.teammates = teammates;
        this.team = team;
        this.shown = shown;
    }

    Set<Integer> members(Asked asked) {
        if (!asked.query().isEmpty()) {
            throw invalid("Parameters are read from the body only");
        }
        refuseOtherChanges(Given.object(asked.body()));
        JsonNode ids = asked.body().path("admin_ids");
        if (!ids.isArray() || ids.isEmpty() || ids.size() > MOST) {
            throw invalid("admin_ids must hold 1 to " + MOST + " ids");
        }
        Set<Integer> members = ids(ids);
        for (Integer member : members) {
            if (teammates.find(String.valueOf(member)).isEmpty()) {
                throw invalid("admin_ids holds " + member + ", who is not a teammate");
            }
        }
        return members;
    }

    private void refuseOtherChanges(JsonNode body) {
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            boolean same = field.getValue().equals(shown.path(field.getKey()));
            if (!WRITABLE.contains(field.getKey()) && !same) {
                throw invalid(field.getKey() + " cannot be changed");
            }
        }
    }

    /** Those who take work after the others: as before, but for the ids that the request names. */
    Set<Integer> secondaries(JsonNode level, Set<Integer> members) {
        Set<Integer> primary = ids(level.path("primary_admin_ids"));
        Set<Integer> secondary = ids(level.path("secondary_admin_ids"));
        Set<Integer> named = new LinkedHashSet<>(primary);
        named.addAll(secondary);
        if (named.size() < primary.size() + secondary.size()) {
            throw invalid("admin_priority_level names an id twice");
        }
        if (!named.isEmpty() && !"balanced".equals(team.distributionMethod())) {
            throw invalid("Only a team that balances assignment has levels");
        }
        Set<Integer> known = new LinkedHashSet<>(members);
        known.addAll(teammates.membersOf(team));
        if (!known.containsAll(named)) {
            throw invalid("admin_priority_level names somebody who is not in the team");
        }
        Set<Integer> all = new LinkedHashSet<>(teammates.secondaries(team));
        all.addAll(secondary);
        all.removeAll(primary);
        all.retainAll(members);
        return all;
    }

    private static Set<Integer> ids(JsonNode ids) {
        Set<Integer> all = new LinkedHashSet<>();
        for (JsonNode id : ids) {
            if (!id.isInt()) {
                throw invalid("Ids of teammates are whole numbers");
            }
            all.add(id.intValue());
        }
        return all;
    }

    private static Refusal invalid(String message) {
        return Refusal.bad("parameter_invalid", message);
    }
}
