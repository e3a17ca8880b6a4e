package io.eicbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.sandbox.workspace.Controls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContactStandingTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private IntercomSandbox sandbox;
    private Controls controls;
    private Client client;
    private List<String> ids;

    @BeforeEach
    void start() throws Exception {
        sandbox = IntercomSandbox.start(
                SandboxSettings.defaults().withContacts(40).withClock(clock).withIndexLag(Duration.ofMinutes(3)));
        controls = sandbox.controls();
        client = new Client(sandbox);
        ids = client.listAll(150);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void hidesAnArchivedContactUntilItIsUnarchived() throws Exception {
        String id = ids.get(3);
        controls.archive(id);
        assertThat(client.get("/contacts/" + id).status()).isEqualTo(404);
        assertThat(client.get("/contacts/" + id).text()).contains("User Not Found");
        assertThat(client.listAll(7)).hasSize(39).doesNotContain(id);
        assertThat(client.get("/contacts").total()).isEqualTo(39);
        controls.unarchive(id);
        assertThat(client.listAll(7)).isEqualTo(ids);
    }

    @Test
    void hidesADeletedAndABlockedContactForGood() throws Exception {
        controls.delete(ids.get(0));
        controls.block(ids.get(1));
        assertThat(client.get("/contacts/" + ids.get(0)).code()).isEqualTo("not_found");
        assertThat(client.get("/contacts/" + ids.get(1)).status()).isEqualTo(404);
        assertThatThrownBy(() -> controls.unarchive(ids.get(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pointsFromAMergedContactToTheOneThatTookItsPlace() throws Exception {
        controls.merge(ids.get(5), ids.get(6));
        Client.Answer merged = client.get("/contacts/" + ids.get(5));
        assertThat(merged.status()).isEqualTo(410);
        assertThat(merged.code()).isEqualTo("contact_merged");
        assertThat(merged.header("Link")).isEqualTo("</contacts/" + ids.get(6) + ">; rel=\"canonical\"");
        assertThat(client.version("2.15").get("/contacts/" + ids.get(5)).status())
                .isEqualTo(404);
        assertThat(client.listAll(150)).doesNotContain(ids.get(5)).hasSize(39);
    }

    @Test
    void findsAUserByExternalIdAlsoAfterItChanged() throws Exception {
        String id = controls.createContact(Map.of("external_id", "crm-7"));
        assertThat(client.get("/contacts/find_by_external_id/crm-7").at("/id").asText())
                .isEqualTo(id);
        controls.updateContact(id, Map.of("external_id", "crm-8"));
        assertThat(client.get("/contacts/find_by_external_id/crm-7").status()).isEqualTo(404);
        assertThat(client.get("/contacts/find_by_external_id/crm-8").status()).isEqualTo(200);
        controls.archive(id);
        String heir = controls.createContact(Map.of("external_id", "crm-8"));
        assertThat(client.get("/contacts/find_by_external_id/crm-8").at("/id").asText())
                .isEqualTo(heir);
        controls.updateContact(heir, Map.of("role", "lead", "external_id", "a b/c"));
        assertThat(client.get("/contacts/find_by_external_id/a%20b%2Fc").status())
                .isEqualTo(404);
        controls.updateContact(heir, Map.of("role", "user"));
        assertThat(client.get("/contacts/find_by_external_id/a%20b%2Fc").status())
                .isEqualTo(200);
    }

    @Test
    void findsAMadeUpUserByExternalId() throws Exception {
        Client.Answer made = client.get(
                "/contacts/" + client.search("role", "=", "user").ids().get(0));
        String known = made.at("/external_id").asText();
        assertThat(client.get("/contacts/find_by_external_id/" + known).text()).isEqualTo(made.text());
    }

    @Test
    void listsANewContactAtOnceButFindsItAfterTheLag() throws Exception {
        String id = controls.createContact(Map.of("name", "Newcomer"));
        assertThat(client.listAll(150)).contains(id).hasSize(41);
        assertThat(client.get("/contacts/" + id).at("/created_at").asLong())
                .isEqualTo(clock.instant().getEpochSecond());
        assertThat(client.search("name", "=", "Newcomer").total()).isZero();
        clock.advance(Duration.ofMinutes(3));
        assertThat(client.search("name", "=", "Newcomer").ids()).containsExactly(id);
    }

    @Test
    void findsTheOldStateOfAChangedContactUntilTheLagIsOver() throws Exception {
        String id = ids.get(9);
        controls.updateContact(id, Map.of("name", "Renamed"));
        controls.archive(ids.get(10));
        assertThat(client.get("/contacts/" + id).at("/name").asText()).isEqualTo("Renamed");
        assertThat(client.search("name", "=", "Renamed").total()).isZero();
        assertThat(client.search("id", "=", ids.get(10)).total()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(4));
        assertThat(client.search("name", "=", "Renamed").total()).isEqualTo(1);
        assertThat(client.search("id", "=", ids.get(10)).total()).isZero();
    }

    @Test
    void touchesUpdatedAtForValuesButNotForTags() throws Exception {
        String id = ids.get(2);
        long before = client.get("/contacts/" + id).at("/updated_at").asLong();
        controls.tag(id, controls.createTag("Fresh"));
        assertThat(client.get("/contacts/" + id).at("/updated_at").asLong()).isEqualTo(before);
        controls.updateContact(id, Map.of("phone", "+1 415 555 0100"));
        assertThat(client.get("/contacts/" + id).at("/updated_at").asLong())
                .isEqualTo(clock.instant().getEpochSecond());
    }

    @Test
    void writesTheOwnerAsANumberUpTo215() throws Exception {
        controls.updateContact(ids.get(0), Map.of("owner_id", "5017690"));
        String path = "/contacts/" + ids.get(0);
        assertThat(client.get(path).at("/owner_id").isTextual()).isTrue();
        assertThat(client.version("2.15").get(path).at("/owner_id").asLong()).isEqualTo(5_017_690);
        assertThat(client.version("2.15").get(path).at("/owner_id").isNumber()).isTrue();
    }

    @Test
    void refusesAnUnknownContactAndAnUnknownValue() {
        assertThatThrownBy(() -> controls.archive("nobody")).hasMessageContaining("\"nobody\"");
        assertThatThrownBy(() -> controls.createContact(Map.of("shoe_size", 42)))
                .hasMessageContaining("shoe_size");
    }

    @Test
    void takesEveryChangeBackAtAReset() throws Exception {
        controls.archive(ids.get(0));
        controls.createContacts(3);
        controls.reset();
        assertThat(client.listAll(150)).isEqualTo(ids);
    }
}
