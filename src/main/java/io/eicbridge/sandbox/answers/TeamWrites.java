package io.eicbridge.sandbox.answers;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.workspace.Features;
import io.eicbridge.sandbox.workspace.Team;
import io.eicbridge.sandbox.workspace.TeamConflicts.Outcome;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The endpoint of the Preview version that replaces all members of a team. */
final class TeamWrites {
    private final Workspace workspace;
    private final TeammateAnswers answers;

    TeamWrites(Workspace workspace, TeammateAnswers answers) {
        this.workspace = workspace;
        this.answers = answers;
    }

    List<Endpoint> all() {
        return List.of(Endpoint.put("/teams/{id}", "write_teams", this::replace).from(Version.PREVIEW));
    }

    private void replace(Asked asked, Mischief mischief, JsonBytes out) {
        if (!workspace.features().has(Features.TEAM_WRITES)) {
            throw new Refusal(403, "api_plan_restricted", "This endpoint is not available to your workspace");
        }
        synchronized (workspace.teammates()) {
            Team team = workspace
                    .teammates()
                    .team(asked.variable("id"))
                    .orElseThrow(() -> Refusal.notFound("team_not_found", "Team not found"));
            TeamBody body = new TeamBody(workspace.teammates(), team, shown(team));
            Set<Integer> wanted = body.members(asked);
            Set<Integer> secondaries = body.secondaries(asked.body().path("admin_priority_level"), wanted);
            write(team, wanted);
            workspace.teammates().secondaries(team, secondaries);
            answers.team(team, out);
        }
    }

    private JsonNode shown(Team team) {
        JsonBytes out = new JsonBytes();
        answers.team(team, out);
        return out.read();
    }

    private void write(Team team, Set<Integer> wanted) {
        List<Integer> before = workspace.teammates().membersOf(team);
        List<Integer> changes = new ArrayList<>(wanted);
        changes.removeAll(before);
        before.stream().filter(member -> !wanted.contains(member)).forEach(changes::add);
        Outcome outcome = workspace.teamConflicts().meet(team.id());
        int applied =
                switch (outcome) {
                    case WRITTEN -> changes.size();
                    case PARTLY_WRITTEN -> (changes.size() + 1) / 2;
                    case NOTHING_WRITTEN -> 0;
                };
        changes.subList(0, applied).forEach(member -> join(team, member, wanted.contains(member)));
        tell(team, outcome, applied);
    }

    private void join(Team team, int member, boolean joins) {
        workspace.teammates().join(team, member, joins);
        String kind = joins ? "team_member_added" : "team_member_removed";
        workspace.effects().count(kind, team.id() + "/" + member, true);
    }

    private void tell(Team team, Outcome outcome, int applied) {
        if (outcome == Outcome.NOTHING_WRITTEN) {
            throw new Refusal(409, "conflict", "The team is being changed by another request. Nothing was changed.");
        }
        workspace.effects().count("team_written", String.valueOf(team.id()), applied > 0);
        workspace
                .activities()
                .tell(
                        "app_team_membership_modification",
                        workspace.teammates().all().iterator().next(),
                        "The members of the team " + team.name() + " were changed.",
                        workspace.time().second());
        if (outcome == Outcome.PARTLY_WRITTEN) {
            throw new Refusal(
                    409, "conflict", "The change was only partly applied. Read the team and send the request again.");
        }
    }
}
