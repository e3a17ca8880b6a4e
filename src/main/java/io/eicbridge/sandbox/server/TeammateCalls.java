package io.eicbridge.sandbox.server;

import io.eicbridge.sandbox.answers.Endpoint;
import io.eicbridge.sandbox.answers.JsonBytes;
import io.eicbridge.sandbox.workspace.Teammate;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.List;

/** The controls of invitations and of colliding writes of teams under {@code /sandbox}. */
final class TeammateCalls {
    private final Workspace workspace;

    TeammateCalls(Workspace workspace) {
        this.workspace = workspace;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.of("GET", "/sandbox/invitations", (asked, none, out) -> pending(out)),
                Endpoint.of("POST", "/sandbox/invitations", (asked, none, out) -> out.raw("{\"id\":")
                        .text(workspace
                                .invitations()
                                .invite(ControlCalls.text(asked, "name"), ControlCalls.text(asked, "email"))
                                .id())
                        .raw("}")),
                ControlCalls.does("POST", "/sandbox/invitations/{email}/join", asked -> workspace
                        .invitations()
                        .join(asked.variable("email"))),
                ControlCalls.does("POST", "/sandbox/teams/{id}/conflict", asked -> workspace
                        .teamConflicts()
                        .expect(
                                Integer.parseInt(asked.variable("id")),
                                asked.body().path("times").asInt(1),
                                asked.body().path("partly").asBoolean())));
    }

    private void pending(JsonBytes out) {
        out.raw("{\"emails\":[");
        boolean first = true;
        for (Teammate invited : workspace.invitations().pending()) {
            out.comma(first).text(invited.email());
            first = false;
        }
        out.raw("]}");
    }
}
