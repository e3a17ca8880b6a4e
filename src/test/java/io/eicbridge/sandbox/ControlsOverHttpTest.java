package io.eicbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlsOverHttpTest {
    private IntercomSandbox sandbox;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        sandbox = IntercomSandbox.start(SandboxSettings.defaults()
                .withContacts(60)
                .withClock(new SettableClock(Instant.parse("2026-11-22T10:00:00Z"))));
        client = new Client(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private void control(String method, String path, String body) throws Exception {
        Client.Answer answer = client.send(method, "/sandbox" + path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void createsChangesAndRemovesContacts() throws Exception {
        Client.Answer made = client.post("/sandbox/contacts", "{\"name\":\"Remote\",\"custom_attributes.mrr\":5}");
        String id = made.at("/ids/0").asText();
        control("PUT", "/contacts/" + id, "{\"name\":\"Renamed\"}");
        assertThat(client.get("/contacts/" + id).at("/name").asText()).isEqualTo("Renamed");
        control("POST", "/contacts/" + id + "/archive", "");
        assertThat(client.get("/contacts/" + id).status()).isEqualTo(404);
        control("POST", "/contacts/" + id + "/unarchive", "");
        control("DELETE", "/contacts/" + id, "");
        assertThat(client.post("/sandbox/contacts", "{\"count\":4}").at("/ids")).hasSize(4);
        assertThat(client.get("/contacts").total()).isEqualTo(64);
    }

    @Test
    void changesWhatContactsHold() throws Exception {
        String contact = client.post("/sandbox/contacts", "{}").at("/ids/0").asText();
        String tag =
                client.post("/sandbox/tags", "{\"name\":\"Far\"}").at("/id").asText();
        String company = client.post("/sandbox/companies", "{\"company_id\":\"x\",\"name\":\"X\"}")
                .at("/id")
                .asText();
        control("POST", "/contacts/" + contact + "/tag", "{\"id\":\"" + tag + "\"}");
        control("POST", "/contacts/" + contact + "/attach", "{\"id\":\"" + company + "\"}");
        control("PUT", "/contacts/" + contact + "/subscriptions", "{\"ids\":[\"31407\"]}");
        Client.Answer shown = client.get("/contacts/" + contact);
        assertThat(shown.at("/tags/data/0/id").asText()).isEqualTo(tag);
        assertThat(shown.at("/companies/data/0/id").asText()).isEqualTo(company);
        assertThat(shown.at("/opted_out_subscription_types/total_count").asInt())
                .isEqualTo(1);
    }

    @Test
    void changesTeammatesTimeAndPermissions() throws Exception {
        String admin = client.post("/sandbox/admins", "{\"name\":\"Far\",\"email\":\"far@example.com\"}")
                .at("/id")
                .asText();
        control("PUT", "/admins/" + admin, "{\"role\":\"Sales\",\"seat\":true,\"teams\":[814867]}");
        assertThat(client.get("/admins/" + admin).at("/role/name").asText()).isEqualTo("Sales");
        control("PUT", "/clock", "{\"offset_seconds\":86400}");
        assertThat(client.get("/me").header("Date")).startsWith("Mon, 23 Nov 2026");
        control("PUT", "/scopes", "{\"missing\":[\"read_tags\"]}");
        assertThat(client.get("/tags").status()).isEqualTo(403);
        control("PUT", "/scopes", "{}");
        assertThat(client.get("/tags").status()).isEqualTo(200);
    }

    @Test
    void switchesFaultsAndTellsCounters() throws Exception {
        control("POST", "/faults", "{\"kind\":\"status\",\"path\":\"/tags\",\"times\":1,\"status\":502}");
        assertThat(client.get("/tags").status()).isEqualTo(502);
        assertThat(client.get("/tags").status()).isEqualTo(200);
        Client.Answer traffic = client.get("/sandbox/traffic");
        assertThat(traffic.at("/total").asInt()).isEqualTo(2);
        assertThat(traffic.at("/answers").path("GET /tags 502").asInt()).isEqualTo(1);
        control("DELETE", "/traffic", "");
        control("POST", "/reset", "");
        assertThat(client.get("/sandbox/traffic").at("/total").asInt()).isZero();
    }

    @Test
    void countsWhatIsTrueAndTakesNoPartInTheRateLimit() throws Exception {
        Client.Answer census = client.get("/sandbox/census");
        assertThat(census.at("/contacts").asInt()).isEqualTo(60);
        assertThat(census.at("/teammates").asInt()).isEqualTo(25);
        assertThat(census.at("/tag")).isNotEmpty();
        assertThat(census.header("X-RateLimit-Limit")).isNull();
    }

    @Test
    void saysWhatIsWrongWithAControl() throws Exception {
        Client.Answer refused = client.send("POST", "/sandbox/contacts/nobody/archive", "");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("nobody");
        assertThat(client.post("/sandbox/tags", "{}").text()).contains("name");
    }
}
