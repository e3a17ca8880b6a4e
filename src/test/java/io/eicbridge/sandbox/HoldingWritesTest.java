package io.eicbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.sandbox.workspace.Holding;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tags, companies and subscriptions, and what contacts hold of them. */
class HoldingWritesTest {
    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private static IntercomSandbox sandbox;
    private static Client client;

    @BeforeAll
    static void start() throws Exception {
        sandbox = IntercomSandbox.start(SandboxSettings.defaults()
                .withContacts(60)
                .withCompanies(1_200)
                .withClock(CLOCK)
                .withIndexLag(Duration.ofMinutes(3)));
        client = new Client(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static String contact() throws Exception {
        return client.post("/contacts", "{\"role\":\"lead\"}").at("/id").asText();
    }

    private static String made(String path, String body) throws Exception {
        Client.Answer made = client.post(path, body);
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        return made.at("/id").asText();
    }

    private static String idBody(String id) {
        return "{\"id\":\"" + id + "\"}";
    }

    private static int effects(String kind, String object) {
        return sandbox.effects().byObject(kind).getOrDefault(object, 0);
    }

    @Test
    void tagsAndUntagsAContactAsOftenAsOneLikes() throws Exception {
        String contact = contact();
        String tag = made("/tags", "{\"name\":\"Badge\"}");
        String path = "/contacts/" + contact + "/tags";
        long before = client.get("/contacts/" + contact).at("/updated_at").asLong();
        CLOCK.advance(Duration.ofSeconds(9));
        Client.Answer tagged = client.post(path, idBody(tag));
        assertThat(tagged.at("/name").asText()).isEqualTo("Badge");
        assertThat(tagged.at("/applied_by/type").asText()).isEqualTo("admin");
        assertThat(client.post(path, "{\"id\":" + tag + "}").status()).isEqualTo(200);
        assertThat(client.get(path).ids()).containsExactly(tag);
        assertThat(client.get("/contacts/" + contact).at("/updated_at").asLong())
                .isEqualTo(before);
        assertThat(client.send("DELETE", path + "/" + tag, "").at("/id").asText())
                .isEqualTo(tag);
        assertThat(client.send("DELETE", path + "/" + tag, "").status()).isEqualTo(200);
        assertThat(client.get(path).ids()).isEmpty();
        String object = contact + "/" + tag;
        assertThat(effects("tag_attached", object)).isEqualTo(1);
        assertThat(effects("tag_attached_again", object)).isEqualTo(1);
        assertThat(effects("tag_detached", object)).isEqualTo(1);
        assertThat(effects("tag_detached_again", object)).isEqualTo(1);
    }

    @Test
    void findsATaggedContactAfterTheLag() throws Exception {
        String contact = contact();
        String tag = made("/tags", "{\"name\":\"Searched\"}");
        client.post("/contacts/" + contact + "/tags", idBody(tag));
        assertThat(client.search("tag_id", "=", tag).total()).isZero();
        CLOCK.advance(Duration.ofMinutes(3));
        assertThat(client.search("tag_id", "=", tag).ids()).containsExactly(contact);
    }

    @Test
    void answersUnknownContactsAndThingsWithTheirCodes() throws Exception {
        String contact = contact();
        assertThat(client.post("/contacts/" + contact + "/tags", idBody("1")).text())
                .contains("Resource Not Found");
        assertThat(client.post("/contacts/nobody/tags", idBody("1")).text()).contains("User Not Found");
        assertThat(client.post("/contacts/" + contact + "/companies", idBody("1"))
                        .code())
                .isEqualTo("company_not_found");
        assertThat(client.post("/contacts/" + contact + "/companies", "").text())
                .contains("company not specified");
        assertThat(client.send("DELETE", "/contacts/" + contact + "/companies/1", "")
                        .status())
                .isEqualTo(404);
        assertThat(client.send("DELETE", "/contacts/" + contact + "/subscriptions/1", "")
                        .text())
                .contains("Resource Not Found");
    }

    @Test
    void createsRenamesAndDeletesTags() throws Exception {
        String tag = made("/tags", "{\"name\":\"Fresh\"}");
        assertThat(made("/tags", "{\"name\":\"FRESH\"}")).isEqualTo(tag);
        assertThat(client.post("/tags", "{\"id\":\"" + tag + "\",\"name\":\"Stale\"}")
                        .at("/name")
                        .asText())
                .isEqualTo("Stale");
        assertThat(client.post("/tags", "{\"test\":\"invalid\"}").text()).contains("invalid tag parameters");
        client.send("PUT", "/sandbox/tags/" + tag + "/segment", "{\"name\":\"Seg 1\"}");
        Client.Answer held = client.send("DELETE", "/tags/" + tag, "");
        assertThat(held.status()).isEqualTo(400);
        assertThat(held.code()).isEqualTo("tag_has_dependent_objects");
        assertThat(held.text()).contains("Segments: Seg 1.");
        client.send("PUT", "/sandbox/tags/" + tag + "/segment", "{\"name\":\"\"}");
        Client.Answer deleted = client.send("DELETE", "/tags/" + tag, "");
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.text()).isEmpty();
        assertThat(client.send("DELETE", "/tags/" + tag, "").status()).isEqualTo(404);
        assertThat(effects("tag_created", tag)).isEqualTo(1);
        assertThat(effects("tag_created_again", tag)).isEqualTo(1);
        assertThat(effects("tag_renamed", tag)).isEqualTo(1);
        assertThat(effects("tag_deleted", tag)).isEqualTo(1);
    }

    @Test
    void tagsSeveralContactsAtOnce() throws Exception {
        String one = contact();
        String other = contact();
        String tag = made("/tags", "{\"name\":\"Both\",\"users\":[" + idBody(one) + "," + idBody(other) + "]}");
        assertThat(client.get("/contacts/" + one + "/tags").ids()).containsExactly(tag);
        assertThat(client.get("/contacts/" + other + "/tags").ids()).containsExactly(tag);
    }

    @Test
    void createsCompaniesByTheirOwnKeyAndChangesThemByIt() throws Exception {
        String id = made(
                "/companies", "{\"company_id\":\"acme\",\"name\":\"Acme\",\"plan\":\"Gold\",\"monthly_spend\":3.9}");
        Client.Answer again = client.post("/companies", "{\"company_id\":\"acme\",\"industry\":\"Anvils\"}");
        assertThat(again.at("/id").asText()).isEqualTo(id);
        assertThat(again.at("/name").asText()).isEqualTo("Acme");
        assertThat(again.at("/industry").asText()).isEqualTo("Anvils");
        assertThat(again.at("/plan/name").asText()).isEqualTo("Gold");
        assertThat(again.at("/monthly_spend").toString()).isEqualTo("3");
        assertThat(client.get("/companies?company_id=acme").at("/id").asText()).isEqualTo(id);
        assertThat(client.send("PUT", "/companies/" + id, "{\"name\":\"Acme Ltd\"}")
                        .at("/name")
                        .asText())
                .isEqualTo("Acme Ltd");
        assertThat(client.get("/companies?name=Acme%20Ltd").at("/id").asText()).isEqualTo(id);
        assertThat(client.send("PUT", "/companies/" + id, "{\"company_id\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post("/companies", "{\"test\":\"invalid\"}").text()).contains("bad 'test' parameter");
        assertThat(client.post("/companies", "{\"name\":\"No key\"}").status()).isEqualTo(400);
        Client.Answer deleted = client.send("DELETE", "/companies/" + id, "");
        assertThat(deleted.at("/deleted").asBoolean()).isTrue();
        assertThat(client.send("DELETE", "/companies/" + id, "").code()).isEqualTo("company_not_found");
        assertThat(effects("company_created", id)).isEqualTo(1);
        assertThat(effects("company_updated", id)).isEqualTo(2);
    }

    @Test
    void attachesAndDetachesCompaniesAndCountsTheirPeople() throws Exception {
        String contact = contact();
        String company = made("/companies", "{\"company_id\":\"att\",\"name\":\"Att\"}");
        String path = "/contacts/" + contact + "/companies";
        assertThat(client.post(path, idBody(company)).at("/user_count").asInt()).isEqualTo(1);
        assertThat(client.post(path, idBody(company)).at("/user_count").asInt()).isEqualTo(1);
        assertThat(client.get("/companies/" + company + "/contacts").ids()).containsExactly(contact);
        assertThat(client.send("DELETE", path + "/" + company, "")
                        .at("/user_count")
                        .asInt(-1))
                .isZero();
        assertThat(client.send("DELETE", path + "/" + company, "").status()).isEqualTo(200);
        assertThat(effects("company_attached_again", contact + "/" + company)).isEqualTo(1);
        assertThat(effects("company_detached_again", contact + "/" + company)).isEqualTo(1);
    }

    @Test
    void letsAContactHaveAThousandCompaniesAndNoMore() throws Exception {
        String contact = contact();
        for (int nth = 0; nth < 1_000; nth++) {
            sandbox.controls().attach(contact, sandbox.controls().createCompany("many-" + nth, "Many " + nth));
        }
        String held = client.get("/contacts/" + contact + "/companies").ids().get(0);
        String another = sandbox.controls().createCompany("too-many", "Too many");
        Client.Answer refused = client.post("/contacts/" + contact + "/companies", idBody(another));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("contact_company_limit_exceeded");
        assertThat(client.post("/contacts/" + contact + "/companies", idBody(held))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void recordsAndForgetsChoicesAboutSubscriptions() throws Exception {
        String contact = contact();
        String path = "/contacts/" + contact + "/subscriptions";
        Client.Answer out = client.post(path, "{\"id\":\"31407\",\"consent_type\":\"opt_out\"}");
        assertThat(out.at("/consent_type").asText()).isEqualTo("opt_out");
        client.post(path, "{\"id\":\"31413\",\"consent_type\":\"opt_in\"}");
        assertThat(client.get(path).ids()).containsExactly("31407", "31413");
        assertThat(client.get("/contacts/" + contact)
                        .at("/opted_out_subscription_types/data/0/id")
                        .asText())
                .isEqualTo("31407");
        assertThat(client.post(path, "{\"id\":\"31407\"}").code()).isEqualTo("parameter_not_found");
        assertThat(client.post(path, "{\"id\":\"31407\",\"consent_type\":\"opt_in\"}")
                        .code())
                .isEqualTo("parameter_invalid");
        assertThat(client.send("DELETE", path + "/31407", "").status()).isEqualTo(200);
        assertThat(client.get(path).ids()).containsExactly("31413");
        assertThat(sandbox.census().holders().get(Holding.SUBSCRIPTION)).containsKey("31413");
        assertThat(effects("subscription_attached", contact + "/31407")).isEqualTo(1);
        assertThat(effects("subscription_detached", contact + "/31407")).isEqualTo(1);
    }
}
