package io.eicbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.workspace.Controls;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeammatesTest {
    private IntercomSandbox sandbox;
    private Controls controls;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        sandbox = IntercomSandbox.start(SandboxSettings.defaults().withContacts(10));
        controls = sandbox.controls();
        client = new Client(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void tellsTheWorkspaceAndItsTimeZone() throws Exception {
        Client.Answer me = client.get("/me");
        assertThat(me.at("/app/id_code").asText()).isEqualTo(sandbox.workspaceId());
        assertThat(me.at("/app/timezone").asText()).isEqualTo("America/Los_Angeles");
        assertThat(me.at("/app/region").asText()).isEqualTo("US");
    }

    @Test
    void listsTeammatesSomeWithoutRoleOrSeat() throws Exception {
        JsonNode admins = client.get("/admins").at("/admins");
        assertThat(admins).hasSize(25);
        assertThat(admins).anyMatch(admin -> admin.has("role")).anyMatch(admin -> !admin.has("role"));
        assertThat(admins)
                .anyMatch(admin -> admin.path("has_inbox_seat").asBoolean())
                .anyMatch(admin -> !admin.path("has_inbox_seat").asBoolean());
    }

    @Test
    void tellsRolesFrom216OnOnly() throws Exception {
        JsonNode admins = client.version("2.15").get("/admins").at("/admins");
        assertThat(admins).noneMatch(admin -> admin.has("role"));
    }

    @Test
    void agreesOnTeamsFromBothSides() throws Exception {
        for (JsonNode team : client.get("/teams").at("/teams")) {
            for (JsonNode member : team.path("admin_ids")) {
                assertThat(client.get("/admins/" + member.asText()).text())
                        .contains(team.path("id").asText());
            }
            assertThat(client.get("/teams/" + team.path("id").asText()).json()).isEqualTo(team);
        }
    }

    @Test
    void addsChangesAndRemovesTeammates() throws Exception {
        String id = controls.addAdmin("Ines Prado", "ines@example.com");
        controls.changeRole(id, "Support Agent");
        controls.changeSeat(id, true);
        controls.changeTeams(id, List.of(814_870));
        JsonNode admin = client.get("/admins/" + id).json();
        assertThat(admin.at("/role/name").asText()).isEqualTo("Support Agent");
        assertThat(admin.at("/has_inbox_seat").asBoolean()).isTrue();
        assertThat(client.get("/teams/814870").at("/admin_ids/0").asText()).isEqualTo(id);
        controls.changeRole(id, "");
        assertThat(client.get("/admins/" + id).json().has("role")).isFalse();
        controls.removeAdmin(id);
        assertThat(client.get("/admins/" + id).code()).isEqualTo("admin_not_found");
        assertThat(client.get("/admins").at("/admins")).hasSize(25);
    }

    @Test
    void answersAnUnknownTeamWithItsOwnCode() throws Exception {
        assertThat(client.get("/teams/1").code()).isEqualTo("team_not_found");
    }

    @Test
    void describesAttributesAndTicketStates() throws Exception {
        assertThat(client.get("/data_attributes?model=company").texts("/data", "model"))
                .containsOnly("company");
        assertThat(client.get("/data_attributes").texts("/data", "model")).contains("company", "contact");
        assertThat(client.get("/data_attributes?model=conversation").status()).isEqualTo(422);
        assertThat(client.get("/ticket_states").texts("/data", "category")).contains("submitted", "resolved");
        assertThat(client.get("/ticket_types").ids()).isEmpty();
    }
}
