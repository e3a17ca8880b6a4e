package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.workspace.Role;
import io.eicbridge.sandbox.workspace.Team;
import io.eicbridge.sandbox.workspace.Teammate;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.List;
import java.util.Set;

/** The endpoints about teammates and teams; nothing is paged. */
final class TeammateAnswers {
    private static final String SCOPE = "read_admins";
    private final Workspace workspace;

    TeammateAnswers(Workspace workspace) {
        this.workspace = workspace;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/me", "", this::me),
                Endpoint.get("/admins", SCOPE, this::admins),
                Endpoint.get("/admins/{id}", SCOPE, this::admin),
                Endpoint.get("/teams", SCOPE, this::teams),
                Endpoint.get("/teams/{id}", SCOPE, this::team));
    }

    private void me(Asked asked, Mischief mischief, JsonBytes out) {
        Teammate owner = workspace.teammates().all().stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(401, "unauthorized", "Access Token Invalid"));
        out.raw("{\"type\":\"admin\",\"id\":").text(owner.id());
        out.raw(",\"email\":").text(owner.email()).raw(",\"name\":").text(owner.name());
        out.raw(",\"email_verified\":true,\"has_inbox_seat\":").value(owner.seat());
        out.raw(",\"avatar\":{\"type\":\"avatar\",\"image_url\":null},\"app\":{\"type\":\"app\",\"id_code\":\"");
        out.raw(Workspace.ID).raw("\",\"name\":\"Sandbox workspace\",\"region\":\"US\",\"timezone\":");
        out.text(workspace.zone().getId());
        out.raw(",\"created_at\":1578614400,\"identity_verification\":false}}");
    }

    private void admins(Asked asked, Mischief mischief, JsonBytes out) {
        out.raw("{\"type\":\"admin.list\",\"admins\":[");
        boolean first = true;
        for (Teammate teammate : workspace.teammates().all()) {
            admin(teammate, asked.version(), out.comma(first));
            first = false;
        }
        out.raw("]}");
    }

    private void admin(Asked asked, Mischief mischief, JsonBytes out) {
        Teammate teammate = workspace
                .teammates()
                .find(asked.variable("id"))
                .orElseThrow(() -> Refusal.notFound("admin_not_found", "Admin not found"));
        admin(teammate, asked.version(), out);
    }

    private static void admin(Teammate teammate, Version version, JsonBytes out) {
        out.raw("{\"type\":\"admin\",\"id\":").text(teammate.id());
        out.raw(",\"name\":").text(teammate.name()).raw(",\"email\":").text(teammate.email());
        out.raw(",\"job_title\":").text(teammate.jobTitle());
        out.raw(",\"away_mode_enabled\":").value(teammate.away());
        out.raw(",\"away_mode_reassign\":false,\"away_status_reason_id\":null,\"has_inbox_seat\":");
        out.value(teammate.seat()).raw(",\"team_ids\":").raw(list(teammate.teams()));
        out.raw(",\"avatar\":null,\"team_priority_level\":{}");
        if (teammate.role() >= 0 && version.since(16)) {
            Role role = Role.values()[teammate.role()];
            out.raw(",\"role\":{\"type\":\"role\",\"id\":").text(role.id());
            out.raw(",\"name\":").text(role.title()).raw("}");
        }
        out.raw("}");
    }

    private void teams(Asked asked, Mischief mischief, JsonBytes out) {
        out.raw("{\"type\":\"team.list\",\"teams\":[");
        boolean first = true;
        for (Team team : workspace.teammates().teams()) {
            team(team, out.comma(first));
            first = false;
        }
        out.raw("]}");
    }

    private void team(Asked asked, Mischief mischief, JsonBytes out) {
        Team wanted = workspace
                .teammates()
                .team(asked.variable("id"))
                .orElseThrow(() -> Refusal.notFound("team_not_found", "Team not found"));
        team(wanted, out);
    }

    /** Told only where somebody said who comes first. */
    private void levels(Team team, JsonBytes out) {
        Set<Integer> secondaries = workspace.teammates().secondaries(team);
        if (!secondaries.isEmpty()) {
            List<Integer> members = workspace.teammates().membersOf(team);
            out.raw("\"primary_admin_ids\":")
                    .raw(list(members.stream()
                            .filter(member -> !secondaries.contains(member))
                            .toList()));
            out.raw(",\"secondary_admin_ids\":")
                    .raw(list(members.stream().filter(secondaries::contains).toList()));
        }
    }

    void team(Team team, JsonBytes out) {
        out.raw("{\"type\":\"team\",\"id\":\"")
                .number(team.id())
                .raw("\",\"name\":")
                .text(team.name());
        out.raw(",\"admin_ids\":").raw(list(workspace.teammates().membersOf(team)));
        out.raw(",\"admin_priority_level\":{");
        levels(team, out);
        out.raw("},\"assignment_limit\":").value(team.assignmentLimit());
        out.raw(",\"distribution_method\":").value(team.distributionMethod()).raw("}");
    }

    private static String list(List<Integer> numbers) {
        return numbers.toString().replace(" ", "");
    }
}
