package io.eicbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.sandbox.workspace.Controls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test creates the contacts that it changes. */
class ContactWritesTest {
    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private static IntercomSandbox sandbox;
    private static Controls controls;
    private static Client client;

    @BeforeAll
    static void start() throws Exception {
        sandbox = IntercomSandbox.start(
                SandboxSettings.defaults().withContacts(300).withClock(CLOCK).withIndexLag(Duration.ofMinutes(3)));
        controls = sandbox.controls();
        client = new Client(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static String create(String body) throws Exception {
        Client.Answer made = client.post("/contacts", body);
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        return made.at("/id").asText();
    }

    private static Client.Answer put(String id, String body) throws Exception {
        return client.send("PUT", "/contacts/" + id, body);
    }

    private static int effects(String kind, String object) {
        return sandbox.effects().byObject(kind).getOrDefault(object, 0);
    }

    @Test
    void createsAUserWithEveryValueThatWasGiven() throws Exception {
        Client.Answer made = client.post(
                "/contacts",
                "{\"email\":\"Ada@Example.com\",\"external_id\":\"crm-1\",\"name\":\"Ada\",\"phone\":\"+1 415 555 0101\","
                        + "\"owner_id\":5017690,\"avatar\":\"https://example.com/a.png\",\"signed_up_at\":1700000000,"
                        + "\"unsubscribed_from_emails\":true,\"email_verified\":true,"
                        + "\"custom_attributes\":{\"plan\":\"trial\",\"mrr\":12,\"account_admin\":true}}");
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.at("/role").asText()).isEqualTo("user");
        assertThat(made.at("/email").asText()).isEqualTo("Ada@Example.com");
        assertThat(made.at("/email_domain").asText()).isEqualTo("Example.com");
        assertThat(made.at("/owner_id").asText()).isEqualTo("5017690");
        assertThat(made.at("/avatar/image_url").asText()).isEqualTo("https://example.com/a.png");
        assertThat(made.at("/custom_attributes/mrr").asInt()).isEqualTo(12);
        assertThat(made.at("/created_at").asLong()).isEqualTo(CLOCK.instant().getEpochSecond());
        String id = made.at("/id").asText();
        assertThat(client.get("/contacts/" + id).text()).isEqualTo(made.text());
        assertThat(effects("contact_created", id)).isEqualTo(1);
    }

    @Test
    void findsWhatItCreatedInTheSearchAfterTheLag() throws Exception {
        String id = create("{\"external_id\":\"lagging\"}");
        assertThat(client.listAll(150)).contains(id);
        assertThat(client.search("external_id", "=", "lagging").total()).isZero();
        CLOCK.advance(Duration.ofMinutes(3));
        assertThat(client.search("external_id", "=", "lagging").ids()).containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|parameter_missing|is required",
                "{\"name\":\"Nobody\"}|parameter_missing|is required",
                "{\"email\":\"x@example.com\",\"shoe\":1}|bad_request|bad 'shoe' parameter",
                "{\"email\":\"no address\"}|parameter_invalid|email",
                "{\"role\":\"admin\"}|parameter_invalid|role",
                "{\"role\":\"user\",\"email_verified\":true}|parameter_invalid|email_verified",
                "{\"role\":\"user\",\"owner_id\":17}|parameter_invalid|not a member of the workspace",
                "{\"role\":\"user\",\"signed_up_at\":\"today\"}|parameter_invalid|signed_up_at",
                "{\"role\":\"user\",\"custom_attributes\":{\"shoe\":1}}|parameter_invalid|'shoe' does not exist",
                "{\"role\":\"user\",\"custom_attributes\":{\"mrr\":\"much\"}}|parameter_invalid|mrr",
                "[]|parameter_invalid|JSON object",
                "{|parameter_invalid|JSON"
            })
    void refusesWhatCannotBeCreated(String body, String code, String message) throws Exception {
        int before = sandbox.effects().of("contact_created");
        Client.Answer refused = client.post("/contacts", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.text()).contains(message);
        assertThat(sandbox.effects().of("contact_created")).isEqualTo(before);
    }

    @Test
    void namesTheContactThatHasTheAddressOrExternalIdAlready() throws Exception {
        String id = create("{\"email\":\"taken@example.com\",\"external_id\":\"taken\"}");
        Client.Answer byEmail = client.post("/contacts", "{\"email\":\"TAKEN@example.com\"}");
        assertThat(byEmail.status()).isEqualTo(409);
        assertThat(byEmail.code()).isEqualTo("conflict");
        assertThat(byEmail.at("/errors/0/message").asText())
                .isEqualTo("A contact matching those details already exists with id=" + id);
        assertThat(client.post("/contacts", "{\"external_id\":\"taken\"}").status())
                .isEqualTo(409);
        client.post("/contacts/" + id + "/archive", "");
        assertThat(client.post("/contacts", "{\"email\":\"taken@example.com\"}").text())
                .contains("An archived contact matching those details already exists with id=" + id);
    }

    @Test
    void namesAMadeUpContactToo() throws Exception {
        Client.Answer made = client.get(
                "/contacts/" + client.search("role", "=", "user").ids().get(7));
        String body = "{\"email\":\"" + made.at("/email").asText() + "\"}";
        assertThat(client.post("/contacts", body).text())
                .contains("exists with id=" + made.at("/id").asText());
    }

    @Test
    void letsLeadsShareAddresses() throws Exception {
        create("{\"email\":\"shared@example.com\"}");
        create("{\"email\":\"shared@example.com\",\"role\":\"lead\"}");
        String lead = create("{\"email\":\"shared@example.com\",\"role\":\"lead\"}");
        assertThat(put(lead, "{\"role\":\"user\",\"email\":\"shared@example.com\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void freesAddressAndExternalIdOfADeletedContact() throws Exception {
        String id = create("{\"email\":\"gone@example.com\",\"external_id\":\"gone\"}");
        Client.Answer deleted = client.send("DELETE", "/contacts/" + id, "");
        assertThat(deleted.at("/deleted").asBoolean()).isTrue();
        assertThat(deleted.at("/external_id").asText()).isEqualTo("gone");
        assertThat(client.send("DELETE", "/contacts/" + id, "").status()).isEqualTo(404);
        assertThat(create("{\"email\":\"gone@example.com\",\"external_id\":\"gone\"}"))
                .isNotEqualTo(id);
        assertThat(effects("contact_deleted", id)).isEqualTo(1);
    }

    @Test
    void updatesValuesAndTellsARepeatedUpdateApart() throws Exception {
        String id = create("{\"external_id\":\"upd\",\"name\":\"Before\"}");
        CLOCK.advance(Duration.ofSeconds(5));
        String body = "{\"name\":\"After\",\"owner_id\":\"5017690\",\"custom_attributes\":{\"mrr\":7}}";
        Client.Answer updated = put(id, body);
        assertThat(updated.at("/name").asText()).isEqualTo("After");
        assertThat(updated.at("/updated_at").asLong()).isEqualTo(CLOCK.instant().getEpochSecond());
        put(id, body);
        assertThat(effects("contact_updated", id)).isEqualTo(1);
        assertThat(effects("contact_updated_again", id)).isEqualTo(1);
        Client.Answer cleared = put(id, "{\"name\":null,\"owner_id\":null,\"custom_attributes\":{\"mrr\":null}}");
        assertThat(cleared.at("/name").isNull()).isTrue();
        assertThat(cleared.at("/owner_id").isNull()).isTrue();
        assertThat(cleared.at("/custom_attributes").has("mrr")).isFalse();
    }

    @Test
    void turnsALeadIntoAUserButNeverBack() throws Exception {
        String id = create("{\"role\":\"lead\",\"name\":\"Lea\"}");
        assertThat(put(id, "{\"role\":\"user\"}").at("/role").asText()).isEqualTo("user");
        assertThat(put(id, "{\"role\":\"lead\"}").code()).isEqualTo("parameter_invalid");
    }

    @Test
    void refusesTheExternalIdOfAnotherContactButNotItsOwn() throws Exception {
        String other = create("{\"external_id\":\"hers\"}");
        String id = create("{\"external_id\":\"his\"}");
        assertThat(put(id, "{\"external_id\":\"his\"}").status()).isEqualTo(200);
        assertThat(put(id, "{\"external_id\":\"hers\"}").text()).contains("id=" + other);
    }

    @Test
    void archivesAndUnarchivesAndTellsRepetitionsApart() throws Exception {
        String id = create("{\"external_id\":\"arc\"}");
        for (int call = 0; call < 2; call++) {
            Client.Answer archived = client.post("/contacts/" + id + "/archive", "{}");
            assertThat(archived.at("/archived").asBoolean()).isTrue();
            assertThat(archived.at("/external_id").asText()).isEqualTo("arc");
        }
        assertThat(client.get("/contacts/" + id).status()).isEqualTo(404);
        assertThat(put(id, "{\"name\":\"x\"}").status()).isEqualTo(404);
        Client.Answer back = client.post("/contacts/" + id + "/unarchive", "{}");
        assertThat(back.at("/archived").asBoolean(true)).isFalse();
        assertThat(client.get("/contacts/" + id).status()).isEqualTo(200);
        assertThat(effects("contact_archived", id)).isEqualTo(1);
        assertThat(effects("contact_archived_again", id)).isEqualTo(1);
        assertThat(effects("contact_unarchived", id)).isEqualTo(1);
    }

    @Test
    void restoresNeitherAMergedNorABlockedContact() throws Exception {
        String id = create("{\"external_id\":\"merge-me\"}");
        String into = create("{\"external_id\":\"merge-into\"}");
        controls.merge(id, into);
        Client.Answer merged = client.post("/contacts/" + id + "/unarchive", "");
        assertThat(merged.status()).isEqualTo(400);
        assertThat(merged.code()).isEqualTo("bad_request");
        assertThat(merged.text()).contains("User has been merged and is not restorable.");
        assertThat(client.post("/contacts/" + id + "/archive", "").header("Link"))
                .isEqualTo("</contacts/" + into + ">; rel=\"canonical\"");
        assertThat(client.post("/contacts/" + into + "/block", "")
                        .at("/blocked")
                        .asBoolean())
                .isTrue();
        assertThat(client.post("/contacts/" + into + "/unarchive", "").code()).isEqualTo("not_restorable");
        assertThat(client.post("/contacts", "{\"external_id\":\"merge-into\"}").code())
                .isEqualTo("not_restorable");
        assertThat(client.version("2.12")
                        .post("/contacts/" + into + "/block", "")
                        .code())
                .isEqualTo("intercom_version_invalid");
    }

    @Test
    void createsAnAttributeBeforeItCanBeUsed() throws Exception {
        String body = "{\"name\":\"cost_center\",\"model\":\"contact\",\"data_type\":\"string\"}";
        Client.Answer made = client.post("/data_attributes", body);
        assertThat(made.at("/full_name").asText()).isEqualTo("custom_attributes.cost_center");
        assertThat(client.post("/data_attributes", body).text()).contains("You already have 'cost_center'");
        String id = create("{\"role\":\"lead\",\"custom_attributes\":{\"cost_center\":\"CC 7\"}}");
        assertThat(client.get("/contacts/" + id)
                        .at("/custom_attributes/cost_center")
                        .asText())
                .isEqualTo("CC 7");
        Client.Answer list = client.post(
                "/data_attributes",
                "{\"name\":\"tier\",\"model\":\"contact\",\"data_type\":\"options\","
                        + "\"options\":[{\"value\":\"gold\"},{\"value\":\"silver\"}]}");
        assertThat(list.at("/options").toString()).isEqualTo("[\"gold\",\"silver\"]");
        assertThat(client.post("/contacts", "{\"role\":\"lead\",\"custom_attributes\":{\"tier\":\"tin\"}}")
                        .code())
                .isEqualTo("parameter_invalid");
        assertThat(client.post("/data_attributes", "{\"name\":\"a!b\",\"model\":\"contact\",\"data_type\":\"string\"}")
                        .text())
                .contains("alphanumeric");
    }

    @Test
    void writesNothingWithoutThePermission() throws Exception {
        sandbox.scopes().revoke("read_write_users");
        Client.Answer refused = client.post("/contacts", "{\"role\":\"lead\"}");
        sandbox.scopes().restore();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("read_write_users");
    }

    @Test
    void tellsEffectsOverHttpAndLeavesControlsOut() throws Exception {
        String id = create("{\"external_id\":\"told\"}");
        String other = controls.createContact(Map.of("name", "By control"));
        Client.Answer effects = client.get("/sandbox/effects");
        assertThat(effects.at("/counts/contact_created").asInt())
                .isEqualTo(sandbox.effects().of("contact_created"));
        assertThat(effects.at("/objects/contact_created").path(id).asInt()).isEqualTo(1);
        assertThat(effects.at("/objects/contact_created").has(other)).isFalse();
    }

    @Test
    void keepsEveryEffectOfManyCallersAtOnce() throws Exception {
        String tag = client.post("/tags", "{\"name\":\"Crowd\"}").at("/id").asText();
        List<String> ids = client.listAll(150).subList(0, 200);
        List<Integer> statuses = ids.parallelStream().map(id -> tagged(id, tag)).toList();
        assertThat(statuses).containsOnly(200);
        assertThat(sandbox.effects().byObject("tag_attached").keySet().stream()
                        .filter(object -> object.endsWith("/" + tag)))
                .hasSize(200);
    }

    private static int tagged(String contact, String tag) {
        try {
            return client.post("/contacts/" + contact + "/tags", "{\"id\":\"" + tag + "\"}")
                    .status();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
