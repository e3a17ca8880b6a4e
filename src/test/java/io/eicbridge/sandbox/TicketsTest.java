package io.eicbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.tickets.Agent;
import io.eicbridge.sandbox.workspace.Features;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One type of ticket with an attribute is shared, each test makes its own tickets. */
class TicketsTest {
    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private static IntercomSandbox sandbox;
    private static Agent agent;
    private static Client client;
    private static String contact;
    private static String type;
    private static String key;

    @BeforeAll
    static void start() throws Exception {
        sandbox = IntercomSandbox.start(
                SandboxSettings.defaults().withContacts(20).withClock(CLOCK).withIndexLag(Duration.ofMinutes(2)));
        agent = sandbox.agent();
        client = new Client(sandbox);
        contact = client.post("/contacts", "{\"external_id\":\"requester\"}")
                .at("/id")
                .asText();
        type = client.post("/ticket_types", "{\"name\":\"Access\",\"category\":\"Back-office\",\"is_internal\":true}")
                .at("/id")
                .asText();
        key = attribute("{\"name\":\"EIC task\",\"description\":\"Its id\",\"data_type\":\"string\"}");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static String attribute(String body) throws Exception {
        Client.Answer made = client.post("/ticket_types/" + type + "/attributes", body);
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        return made.at("/id").asText();
    }

    private static String body(String task) {
        return "{\"ticket_type_id\":\"" + type + "\",\"contacts\":[{\"id\":\"" + contact
                + "\"}],\"ticket_attributes\":{\"_default_title_\":\"Do it\",\"EIC task\":\"" + task + "\"}}";
    }

    private static String ticket(String task) throws Exception {
        Client.Answer made = client.post("/tickets", body(task));
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        return made.at("/id").asText();
    }

    private static Client.Answer search(String query) throws Exception {
        return client.post("/tickets/search", "{\"query\":" + query + "}");
    }

    private static JsonNode show(String id) throws Exception {
        return client.get("/tickets/" + id).json();
    }

    @Test
    void createsATypeWithTitleAndDescriptionAndMoreAttributes() throws Exception {
        Client.Answer made = client.get("/ticket_types/" + type);
        assertThat(made.texts("/ticket_type_attributes/data", "name"))
                .startsWith("_default_title_", "_default_description_", "EIC task");
        assertThat(made.at("/category").asText()).isEqualTo("Back-office");
        assertThat(made.texts("/ticket_states/data", "category")).contains("submitted", "resolved");
        assertThat(client.get("/ticket_types").ids()).contains(type);
        String path = "/ticket_types/" + type + "/attributes";
        assertThat(client.post(path, "{\"name\":\"EIC task\",\"description\":\"\",\"data_type\":\"string\"}")
                        .code())
                .isEqualTo("parameter_invalid");
        assertThat(client.send("PUT", path + "/" + key, "{\"description\":\"Its new id\"}")
                        .at("/description")
                        .asText())
                .isEqualTo("Its new id");
    }

    @Test
    void archivesAType() throws Exception {
        String old =
                client.post("/ticket_types", "{\"name\":\"Old\"}").at("/id").asText();
        assertThat(client.send("PUT", "/ticket_types/" + old, "{\"archived\":true}")
                        .at("/archived")
                        .asBoolean())
                .isTrue();
        String refused = body("x").replace("\"" + type + "\"", "\"" + old + "\"");
        assertThat(client.post("/tickets", refused).code()).isEqualTo("parameter_invalid");
        assertThat(client.get("/ticket_types/999").status()).isEqualTo(404);
    }

    @Test
    void createsATicketAndShowsItByItsIdAlone() throws Exception {
        String id = ticket("task-1");
        JsonNode shown = show(id);
        assertThat(shown.at("/ticket_attributes/EIC task").asText()).isEqualTo("task-1");
        assertThat(shown.at("/ticket_attributes/_default_description_").isNull())
                .isTrue();
        assertThat(shown.at("/ticket_state/category").asText()).isEqualTo("submitted");
        assertThat(shown.at("/contacts/contacts/0/external_id").asText()).isEqualTo("requester");
        assertThat(shown.at("/open").asBoolean()).isTrue();
        assertThat(shown.at("/ticket_id").asText()).isNotEqualTo(id);
        assertThat(client.get("/tickets/" + shown.at("/ticket_id").asText()).code())
                .isEqualTo("ticket_not_found");
        assertThat(sandbox.effects().byObject("ticket_created")).containsEntry(id, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"contacts\"|\"people\"|400|bad_request",
                "[{\"id\":\"@\"}]|[]|400|parameter_invalid",
                "[{\"id\":\"@\"}]|[{\"id\":\"nobody\"}]|404|not_found",
                "EIC task|No such|400|parameter_invalid",
                "\"Do it\"|7|400|parameter_invalid",
                "\"ticket_type_id\":\"#\",||400|parameter_not_found"
            })
    void refusesTicketsThatCannotBe(String found, String replaced, int status, String code) throws Exception {
        String sought = found.replace("@", contact).replace("#", type);
        String body = body("bad").replace(sought, replaced == null ? "" : replaced);
        Client.Answer refused = client.post("/tickets", body);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.code()).isEqualTo(code);
    }

    @Test
    void takesTheIdOfAListItemAndMissesWhatIsRequired() throws Exception {
        String strict =
                client.post("/ticket_types", "{\"name\":\"Strict\"}").at("/id").asText();
        Client.Answer list = client.post(
                "/ticket_types/" + strict + "/attributes",
                "{\"name\":\"Size\",\"description\":\"\",\"data_type\":\"list\",\"list_items\":\"S, M\",\"required_to_create\":true}");
        String item = list.at("/input_options/list_options/1/id").asText();
        String start = "{\"ticket_type_id\":" + strict + ",\"contacts\":[{\"external_id\":\"requester\"}]";
        assertThat(client.post("/tickets", start + "}").text()).contains("Missing required ticket attributes");
        assertThat(client.post("/tickets", start + ",\"ticket_attributes\":{\"Size\":\"M\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post("/tickets", start + ",\"ticket_attributes\":{\"Size\":\"" + item + "\"}}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void makesAContactOfAnUnknownAddress() throws Exception {
        String body = body("mail").replace("{\"id\":\"" + contact + "\"}", "{\"email\":\"new@example.com\"}");
        String made =
                client.post("/tickets", body).at("/contacts/contacts/0/id").asText();
        assertThat(client.get("/contacts/" + made).at("/email").asText()).isEqualTo("new@example.com");
        assertThat(client.post("/tickets", body).at("/contacts/contacts/0/id").asText())
                .isEqualTo(made);
        assertThat(sandbox.effects().byObject("contact_created")).containsEntry(made, 1);
    }

    @Test
    void createsATicketByAJobThatIsPendingForAWhile() throws Exception {
        Client.Answer job = client.post("/tickets/enqueue", body("queued"));
        assertThat(job.at("/status").asText()).isEqualTo("pending");
        String path = "/jobs/status/" + job.at("/id").asText();
        assertThat(client.get(path).at("/status").asText()).isEqualTo("pending");
        assertThat(client.get(path).at("/resource_id").isNull()).isTrue();
        Client.Answer done = client.get(path);
        assertThat(done.at("/status").asText()).isEqualTo("success");
        assertThat(show(done.at("/resource_id").asText())
                        .at("/ticket_attributes/EIC task")
                        .asText())
                .isEqualTo("queued");
        assertThat(client.get("/jobs/status/9999").code()).isEqualTo("job_not_found");
        assertThat(client.version("2.13").post("/tickets/enqueue", body("x")).code())
                .isEqualTo("intercom_version_invalid");
    }

    @Test
    void letsAJobFailWithoutATicket() throws Exception {
        int before = sandbox.effects().of("ticket_created");
        client.send("PUT", "/sandbox/jobs", "{\"polls\":0,\"fail\":true}");
        Client.Answer job = client.post("/tickets/enqueue", body("doomed"));
        client.send("PUT", "/sandbox/jobs", "{}");
        assertThat(client.get("/jobs/status/" + job.at("/id").asText())
                        .at("/status")
                        .asText())
                .isEqualTo("failed");
        assertThat(sandbox.effects().of("ticket_created")).isEqualTo(before);
    }

    @Test
    void tellsTheStateAsAWordUpTo211() throws Exception {
        String id = ticket("old");
        Client.Answer old = client.version("2.11").get("/tickets/" + id);
        assertThat(old.at("/ticket_state").asText()).isEqualTo("submitted");
        assertThat(client.version("2.11")
                        .send("PUT", "/tickets/" + id, "{\"state\":\"in_progress\"}")
                        .at("/ticket_state")
                        .asText())
                .isEqualTo("in_progress");
        assertThat(client.send("PUT", "/tickets/" + id, "{\"state\":\"resolved\"}")
                        .code())
                .isEqualTo("bad_request");
        assertThat(client.version("2.11").get("/ticket_states").code()).isEqualTo("intercom_version_invalid");
    }

    @Test
    void movesATicketThroughStatesOfItsTypeOnly() throws Exception {
        String id = ticket("moving");
        String own = agent.addState("in_progress", "With IT", Set.of(type));
        String foreign = agent.addState("resolved", "Shipped", Set.of("1"));
        Client.Answer moved = client.send("PUT", "/tickets/" + id, "{\"ticket_state_id\":\"" + own + "\"}");
        assertThat(moved.at("/ticket_state/category").asText()).isEqualTo("in_progress");
        assertThat(moved.at("/ticket_state/internal_label").asText()).isEqualTo("With IT");
        assertThat(moved.at("/previous_ticket_state_id").isTextual()).isTrue();
        Client.Answer refused = client.send("PUT", "/tickets/" + id, "{\"ticket_state_id\":\"" + foreign + "\"}");
        assertThat(refused.code()).isEqualTo("ticket_state_id_invalid");
        assertThat(client.get("/ticket_states").ids()).contains(own, foreign);
    }

    @Test
    void assignsATicketToATeammateOrATeam() throws Exception {
        String id = ticket("assigned");
        Client.Answer assigned =
                client.send("PUT", "/tickets/" + id, "{\"admin_id\":5017690,\"assignee_id\":\"5017697\"}");
        assertThat(assigned.at("/admin_assignee_id").asLong()).isEqualTo(5_017_697);
        assertThat(client.send("PUT", "/tickets/" + id, "{\"assignee_id\":\"814865\"}")
                        .at("/team_assignee_id")
                        .asLong())
                .isEqualTo(814_865);
        assertThat(client.send("PUT", "/tickets/" + id, "{\"assignee_id\":\"0\"}")
                        .at("/admin_assignee_id")
                        .asLong())
                .isZero();
        assertThat(client.send("PUT", "/tickets/" + id, "{\"assignee_id\":\"1\"}")
                        .code())
                .isEqualTo("assignee_not_found");
    }

    @Test
    void isResolvedReopenedAndDeletedByAnAgent() throws Exception {
        String id = ticket("by hand");
        CLOCK.advance(Duration.ofSeconds(7));
        assertThat(client.post("/sandbox/tickets/" + id + "/resolve", "").status())
                .isEqualTo(200);
        JsonNode resolved = show(id);
        assertThat(resolved.at("/ticket_state/category").asText()).isEqualTo("resolved");
        assertThat(resolved.at("/open").asBoolean(true)).isFalse();
        assertThat(resolved.at("/updated_at").asLong())
                .isEqualTo(CLOCK.instant().getEpochSecond());
        assertThat(resolved.at("/ticket_parts/ticket_parts/0/ticket_state").asText())
                .isEqualTo("resolved");
        client.post("/sandbox/tickets/" + id + "/reopen", "");
        assertThat(show(id).at("/open").asBoolean()).isTrue();
        client.send("PUT", "/sandbox/tickets/" + id, "{\"open\":false}");
        assertThat(show(id).at("/ticket_state/category").asText()).isEqualTo("in_progress");
        client.send("DELETE", "/sandbox/tickets/" + id, "");
        assertThat(client.get("/tickets/" + id).code()).isEqualTo("ticket_not_found");
        assertThatThrownBy(() -> agent.resolve(id)).hasMessageContaining(id);
        assertThat(sandbox.effects().byObject("ticket_deleted")).doesNotContainKey(id);
    }

    @Test
    void repliesAsTeammateButNotAsCustomerOnBackOfficeTickets() throws Exception {
        String path = "/tickets/" + ticket("talk") + "/reply";
        Client.Answer note = client.post(
                path, "{\"message_type\":\"note\",\"type\":\"admin\",\"admin_id\":5017690,\"body\":\"Not there yet\"}");
        assertThat(note.at("/part_type").asText()).isEqualTo("note");
        assertThat(note.at("/author/id").asText()).isEqualTo("5017690");
        Client.Answer refused = client.post(
                path,
                "{\"message_type\":\"comment\",\"type\":\"user\",\"intercom_user_id\":\"" + contact
                        + "\",\"body\":\"Hi\"}");
        assertThat(refused.code()).isEqualTo("parameter_mismatch");
        assertThat(client.post("/tickets/1/reply", "{}").code()).isEqualTo("not_found");
    }

    @Test
    void deletesATicketWhereThePlanAllowsIt() throws Exception {
        String id = ticket("deleted");
        sandbox.features().set(Features.TICKET_DELETION, false);
        Client.Answer refused = client.send("DELETE", "/tickets/" + id, "");
        sandbox.features().set(Features.TICKET_DELETION, true);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("api_plan_restricted");
        assertThat(client.send("DELETE", "/tickets/" + id, "").at("/deleted").asBoolean())
                .isTrue();
        assertThat(client.send("DELETE", "/tickets/" + id, "").status()).isEqualTo(404);
    }

    @Test
    void findsATicketByTheNumberOfAnAttributeAfterTheLag() throws Exception {
        String id = ticket("found-1");
        String query = Client.filter("ticket_attribute." + key, "=", "found-1");
        assertThat(search(query).total()).isZero();
        CLOCK.advance(Duration.ofMinutes(2));
        assertThat(search(query).texts("/tickets", "id")).containsExactly(id);
        assertThat(search(Client.filter("ticket_attribute.EIC task", "=", "found-1"))
                        .code())
                .isEqualTo("field_not_found");
        assertThat(search(Client.filter("ticket_type_id", "=", type))
                        .at("/type")
                        .asText())
                .isEqualTo("ticket.list");
        assertThat(search(Client.filter("category", "=", "task")).total()).isPositive();
        assertThat(search(Client.filter("category", "=", "Back-office")).total())
                .isZero();
    }

    @Test
    void matchesChangesByTheSecondAndPagesThroughThem() throws Exception {
        CLOCK.advance(Duration.ofHours(1));
        long start = CLOCK.instant().getEpochSecond();
        for (int nth = 0; nth < 5; nth++) {
            ticket("page-" + nth);
            CLOCK.advance(Duration.ofSeconds(1));
        }
        CLOCK.advance(Duration.ofMinutes(3));
        assertThat(search(Client.filter("updated_at", ">", start)).total()).isEqualTo(4);
        assertThat(search(Client.filter("updated_at", ">=", start + 1)).total()).isEqualTo(4);
        String tail = "},\"query\":{\"operator\":\"AND\",\"value\":["
                + Client.filter("ticket_type_id", "=", type) + ","
                + Client.filter("updated_at", ">", start - 1)
                + "]},\"sort\":{\"field\":\"updated_at\",\"order\":\"ascending\"}}";
        Client.Answer first = client.post("/tickets/search", "{\"pagination\":{\"per_page\":3" + tail);
        Client.Answer second = client.post(
                "/tickets/search",
                "{\"pagination\":{\"per_page\":3,\"starting_after\":\"" + first.cursor() + "\"" + tail);
        assertThat(first.texts("/tickets", "id"))
                .hasSize(3)
                .doesNotContainAnyElementsOf(second.texts("/tickets", "id"));
        assertThat(second.texts("/tickets", "id")).hasSize(2);
        assertThat(second.cursor()).isNull();
        assertThat(second.total()).isEqualTo(5);
    }
}
