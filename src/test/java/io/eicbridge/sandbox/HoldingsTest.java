package io.eicbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.workspace.Census;
import io.eicbridge.sandbox.workspace.Controls;
import io.eicbridge.sandbox.workspace.Holding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HoldingsTest {
    private IntercomSandbox sandbox;
    private Controls controls;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        sandbox = IntercomSandbox.start(SandboxSettings.defaults().withContacts(3_000));
        controls = sandbox.controls();
        client = new Client(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void embedsTenTagsAndSaysThatThereAreMore() throws Exception {
        String contact = controls.createContact(Map.of("name", "Collector"));
        List<String> tags = new ArrayList<>();
        for (int nth = 0; nth < 12; nth++) {
            tags.add(controls.createTag("Collected " + nth));
            controls.tag(contact, tags.get(nth));
        }
        JsonNode embedded = client.get("/contacts/" + contact).at("/tags");
        assertThat(embedded.path("data")).hasSize(10);
        assertThat(embedded.path("total_count").asInt()).isEqualTo(12);
        assertThat(embedded.path("has_more").asBoolean()).isTrue();
        assertThat(client.get(embedded.path("url").asText()).ids()).isEqualTo(tags);
        controls.untag(contact, tags.get(0));
        controls.untag(contact, tags.get(1));
        assertThat(client.get("/contacts/" + contact).at("/tags/has_more").asBoolean())
                .isFalse();
    }

    @Test
    void findsExactlyTheHoldersOfATagOrSegment() throws Exception {
        Census census = sandbox.census();
        for (String tag : client.get("/tags").ids()) {
            int holders = census.holders().get(Holding.TAG).getOrDefault(tag, 0);
            assertThat(client.search("tag_id", "=", tag).total()).isEqualTo(holders);
            assertThat(client.search("tag_id", "!=", tag).total()).isEqualTo(3_000 - holders);
        }
        for (JsonNode segment : client.get("/segments?include_count=true").at("/segments")) {
            int holders = census.holders()
                    .get(Holding.SEGMENT)
                    .getOrDefault(segment.path("id").asText(), 0);
            assertThat(segment.path("count").asInt()).isEqualTo(holders);
            assertThat(client.search("segment_id", "=", segment.path("id").asText())
                            .total())
                    .isEqualTo(holders);
        }
    }

    @Test
    void tellsTheSegmentsOfAContactOnlyWhenAsked() throws Exception {
        String contact = controls.createContact(Map.of("name", "Nova", "custom_attributes.plan", "enterprise"));
        assertThat(client.get("/contacts/" + contact).at("/segments").isMissingNode())
                .isTrue();
        assertThat(client.get("/contacts/" + contact + "/segments").texts("/data", "name"))
                .contains("New", "Enterprise");
        String vip = client.get("/segments").at("/segments/5/id").asText();
        controls.overrideSegments(contact, Set.of(vip));
        assertThat(client.get("/contacts/" + contact + "/segments").ids()).containsExactly(vip);
        assertThat(client.search("segment_id", "=", vip).ids()).contains(contact);
    }

    @Test
    void listsExplicitSubscriptionChoicesOfBothKinds() throws Exception {
        List<String> types = client.get("/subscription_types").ids();
        String contact = controls.createContact(Map.of("name", "Chooser"));
        controls.chooseSubscriptions(contact, Set.of(types.get(0), types.get(2)));
        Client.Answer shown = client.get("/contacts/" + contact);
        assertThat(shown.texts("/opted_out_subscription_types/data", "id")).containsExactly(types.get(0));
        assertThat(shown.texts("/opted_in_subscription_types/data", "id")).containsExactly(types.get(2));
        assertThat(client.get("/contacts/" + contact + "/subscriptions").texts("/data", "consent_type"))
                .containsExactly("opt_out", "opt_in");
    }

    @Test
    void pagesTheCompaniesOfAContactByUrl() throws Exception {
        String contact = controls.createContact(Map.of("name", "Consultant"));
        for (int nth = 0; nth < 12; nth++) {
            controls.attach(contact, controls.createCompany("client-" + nth, "Client " + nth));
        }
        assertThat(client.get("/contacts/" + contact).at("/companies/has_more").asBoolean())
                .isTrue();
        Client.Answer first = client.get("/contacts/" + contact + "/companies?per_page=5");
        assertThat(first.total()).isEqualTo(12);
        String next = first.at("/pages/next").asText();
        assertThat(next).startsWith(sandbox.url().toString());
        assertThat(client.get(next.substring(sandbox.url().toString().length())).texts("/data", "name"))
                .containsExactly("Client 5", "Client 6", "Client 7", "Client 8", "Client 9");
        assertThat(client.get("/contacts/" + contact + "/companies?per_page=5&page=3")
                        .at("/pages/next")
                        .isNull())
                .isTrue();
    }

    @Test
    void createsRenamesAndDeletesTags() throws Exception {
        String contact = controls.createContact(Map.of("name", "Tagged"));
        String tag = controls.createTag("Pilot");
        assertThat(controls.createTag("PILOT")).isEqualTo(tag);
        controls.tag(contact, tag);
        controls.renameTag(tag, "Pilot 2");
        assertThat(client.get("/tags/" + tag).at("/name").asText()).isEqualTo("Pilot 2");
        controls.deleteTag(tag);
        assertThat(client.get("/tags").ids()).doesNotContain(tag);
        assertThat(client.get("/tags/" + tag).status()).isEqualTo(404);
        assertThat(client.get("/contacts/" + contact).at("/tags/total_count").asInt())
                .isZero();
        assertThat(client.search("tag_id", "=", tag).total()).isZero();
    }

    @Test
    void hidesTheHoldingsOfAContactThatCannotBeSeen() throws Exception {
        String contact = controls.createContacts(1).get(0);
        controls.archive(contact);
        for (String list : List.of("tags", "companies", "subscriptions", "segments")) {
            assertThat(client.get("/contacts/" + contact + "/" + list).status()).isEqualTo(404);
        }
    }
}
