package io.eicbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.sandbox.workspace.Features;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamWritesTest {
    private static final String PATH = "/teams/814867";
    private static IntercomSandbox sandbox;
    private static Client client;

    @BeforeAll
    static void start() throws Exception {
        sandbox = IntercomSandbox.start(SandboxSettings.defaults().withContacts(10));
        sandbox.features().set(Features.TEAM_WRITES, true);
        client = new Client(sandbox).version("Preview");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static Client.Answer put(String body) throws Exception {
        return client.send("PUT", PATH, body);
    }

    private static List<String> members(Client.Answer team) {
        List<String> members = new ArrayList<>();
        team.at("/admin_ids").forEach(id -> members.add(id.asText()));
        return members;
    }

    @Test
    void replacesAllMembersAndTellsBothSides() throws Exception {
        Client.Answer written = put("{\"admin_ids\":[5017690,5017697,5017704]}");
        assertThat(written.status()).isEqualTo(200);
        assertThat(members(written)).containsExactly("5017690", "5017697", "5017704");
        put("{\"admin_ids\":[5017697]}");
        assertThat(client.get("/admins/5017690").at("/team_ids").toString()).doesNotContain("814867");
        assertThat(client.get("/admins/5017697").at("/team_ids").toString()).contains("814867");
        assertThat(sandbox.effects().byObject("team_member_removed")).containsKey("814867/5017690");
        int again = sandbox.effects().of("team_written_again");
        put("{\"admin_ids\":[5017697]}");
        assertThat(sandbox.effects().of("team_written_again")).isEqualTo(again + 1);
    }

    @Test
    void takesATeamBackAsItReads() throws Exception {
        put("{\"admin_ids\":[5017697,5017704],\"admin_priority_level\":{\"secondary_admin_ids\":[5017704]}}");
        JsonNode team = client.get(PATH).json();
        assertThat(team.at("/admin_priority_level/secondary_admin_ids/0").asInt())
                .isEqualTo(5_017_704);
        assertThat(put(team.toString()).status()).isEqualTo(200);
        ObjectNode renamed = team.deepCopy();
        renamed.put("name", "Marketing");
        assertThat(put(renamed.toString()).code()).isEqualTo("parameter_invalid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"admin_ids\":[]}",
                "{}",
                "{\"admin_ids\":[\"5017690\"]}",
                "{\"admin_ids\":[1]}",
                "{\"admin_ids\":[5017690],\"shoe\":1}",
                "{\"admin_ids\":[5017690],\"admin_priority_level\":{\"primary_admin_ids\":[1]}}"
            })
    void refusesWhatItCannotWrite(String body) throws Exception {
        Client.Answer refused = put(body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("parameter_invalid");
    }

    @Test
    void isThereInThePreviewVersionAndWherePlanAndPermissionAllowIt() throws Exception {
        String body = "{\"admin_ids\":[5017690]}";
        assertThat(client.version("2.17").send("PUT", PATH, body).code()).isEqualTo("intercom_version_invalid");
        client.send("PUT", "/sandbox/features", "{\"team_writes\":false}");
        Client.Answer restricted = put(body);
        client.send("PUT", "/sandbox/features", "{\"team_writes\":true}");
        assertThat(restricted.status()).isEqualTo(403);
        assertThat(restricted.code()).isEqualTo("api_plan_restricted");
        sandbox.scopes().revoke("write_teams");
        Client.Answer forbidden = put(body);
        sandbox.scopes().restore();
        assertThat(forbidden.code()).isEqualTo("forbidden");
        assertThat(client.send("PUT", "/teams/1", body).code()).isEqualTo("team_not_found");
    }

    @Test
    void collidesWithSomebodyElseInTwoWays() throws Exception {
        put("{\"admin_ids\":[5017690]}");
        client.send("POST", "/sandbox" + PATH + "/conflict", "{\"times\":1}");
        String body = "{\"admin_ids\":[5017690,5017697,5017704]}";
        Client.Answer nothing = put(body);
        assertThat(nothing.status()).isEqualTo(409);
        assertThat(nothing.code()).isEqualTo("conflict");
        assertThat(nothing.text()).contains("Nothing was changed");
        assertThat(members(client.get(PATH))).containsExactly("5017690");
        client.send("POST", "/sandbox" + PATH + "/conflict", "{\"times\":1,\"partly\":true}");
        Client.Answer partly = put(body);
        assertThat(partly.status()).isEqualTo(409);
        assertThat(partly.text()).contains("only partly applied");
        assertThat(members(client.get(PATH))).containsExactly("5017690", "5017697");
        assertThat(members(put(body))).hasSize(3);
    }
}
