package io.eicbridge;

import static io.eicbridge.journal.request.Operation.ADD_ACCESS;
import static io.eicbridge.journal.request.Operation.REMOVE_ACCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.sandbox.workspace.Subscription;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes of giving contacts tags, companies and subscriptions, and of taking them away. */
class ContactAccessTest {
    private static ContactBed bed;
    private static String contact;

    @BeforeAll
    static void start() {
        bed = ContactBed.start(SandboxSettings.defaults().withContacts(40).withCallsPerWindow(1_000_000), Map.of());
        contact = bed.sandbox().controls().createContact(Map.of("role", "user", "external_id", "held"));
        bed.sandbox().controls().createTag("Twice");
        bed.imported("full");
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @BeforeEach
    void forget() {
        bed.sandbox().faults().clear();
        bed.sandbox().effects().reset();
        bed.sandbox().traffic().reset();
    }

    private static boolean holds(String kind, String id) {
        JsonNode held = bed.intercom("/contacts/" + contact + "/" + kind).path("data");
        return StreamSupport.stream(held.spliterator(), false)
                .anyMatch(one -> one.path("id").asText().equals(id));
    }

    private static String first(String type) {
        return bed.served().entitlements().get(type).keySet().iterator().next();
    }

    @ParameterizedTest
    @CsvSource({"Tag, tags, tag", "Company, companies, company"})
    void givesAndTakesByIdAndValueAndDoesNothingTwice(String type, String kind, String word) {
        String id = first(type);
        String value = bed.served().entitlements().get(type).get(id).value();

        bed.access(ADD_ACCESS, contact, type, id);
        Effect again = bed.access(ADD_ACCESS, "held", type, value);
        assertThat(holds(kind, id)).isTrue();
        assertThat(again.accountId()).isEqualTo(contact);
        bed.access(REMOVE_ACCESS, contact, type, value);
        bed.access(REMOVE_ACCESS, contact, type, id);

        assertThat(holds(kind, id)).isFalse();
        assertThat(bed.sandbox().effects().of(word + "_attached")).isEqualTo(1);
        assertThat(bed.sandbox().effects().of(word + "_detached")).isEqualTo(1);
    }

    @Test
    void makesOneCallForATag() {
        bed.access(ADD_ACCESS, contact, "Tag", first("Tag"));

        assertThat(bed.sandbox().traffic().total()).isEqualTo(1);
    }

    @Test
    void givesASubscriptionThatPeopleOptIntoByAttachingIt() {
        bed.sandbox().controls().chooseSubscriptions(contact, Set.of());

        bed.access(ADD_ACCESS, contact, "Subscription", "Webinars");
        assertThat(holds("subscriptions", Subscription.WEBINARS.id())).isTrue();
        bed.access(ADD_ACCESS, contact, "Subscription", Subscription.WEBINARS.id());
        bed.access(REMOVE_ACCESS, contact, "Subscription", "Webinars");
        bed.access(REMOVE_ACCESS, contact, "Subscription", "Webinars");

        assertThat(holds("subscriptions", Subscription.WEBINARS.id())).isFalse();
        assertThat(bed.sandbox().effects().of("subscription_attached")).isEqualTo(1);
        assertThat(bed.sandbox().effects().of("subscription_detached")).isEqualTo(1);
    }

    @Test
    void takesASubscriptionThatPeopleOptOutOfByAttachingIt() {
        bed.sandbox().controls().chooseSubscriptions(contact, Set.of());

        bed.access(REMOVE_ACCESS, contact, "Subscription", "Newsletter");
        assertThat(holds("subscriptions", Subscription.NEWSLETTER.id())).isTrue();
        bed.access(REMOVE_ACCESS, contact, "Subscription", "Newsletter");
        bed.access(ADD_ACCESS, contact, "Subscription", "Newsletter");
        bed.access(ADD_ACCESS, contact, "Subscription", "Newsletter");

        assertThat(holds("subscriptions", Subscription.NEWSLETTER.id())).isFalse();
        assertThat(bed.sandbox().effects().of("subscription_attached")).isEqualTo(1);
        assertThat(bed.sandbox().effects().of("subscription_detached")).isEqualTo(1);
    }

    @Test
    void refusesASegmentBecauseRulesComputeIt() {
        assertThatThrownBy(() -> bed.access(ADD_ACCESS, contact, "Segment", first("Segment")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("by the segment's rules");
        assertThat(bed.sandbox().traffic().total()).isZero();
    }

    @Test
    void explainsThatAContactBelongsToNoMoreThanAThousandCompanies() {
        String full = bed.sandbox().controls().createContact(Map.of("role", "user", "external_id", "full"));
        for (int nth = 0; nth < 1_000; nth++) {
            bed.sandbox().controls().attach(full, bed.sandbox().controls().createCompany("many" + nth, "Many " + nth));
        }

        assertThatThrownBy(() -> bed.access(ADD_ACCESS, full, "Company", first("Company")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("belongs to 1000 companies");
    }

    @Test
    void namesWhatIsNotKnownOrNotThereAnyMore() {
        String deleted = bed.sandbox().controls().createTag("Deleted soon");
        bed.sandbox().controls().deleteTag(deleted);

        assertThatThrownBy(() -> bed.access(ADD_ACCESS, contact, "Tag", "No such tag"))
                .hasMessageContaining("no Tag has the id or value \"No such tag\"");
        assertThatThrownBy(() -> bed.access(ADD_ACCESS, contact, "Tag", deleted))
                .hasMessageContaining("Intercom has no Tag " + deleted);
        assertThatThrownBy(() -> bed.access(ADD_ACCESS, "nobody", "Tag", first("Tag")))
                .hasMessageContaining("no account has the id or name");
        assertThatThrownBy(() -> bed.access(ADD_ACCESS, "6a1f0c2e9b5d3e4f8a7b6c5d", "Tag", first("Tag")))
                .hasMessageContaining("is not in Intercom");
        assertThat(bed.access(REMOVE_ACCESS, contact, "Tag", deleted).kind()).isEqualTo(Effect.Kind.ALREADY);
    }

    @ParameterizedTest
    @CsvSource({
        "ADD_ACCESS, Tag, POST, /contacts/*/tags, tag_attached",
        "REMOVE_ACCESS, Tag, DELETE, /contacts/*/tags/*, tag_detached",
        "ADD_ACCESS, Company, POST, /contacts/*/companies, company_attached",
        "REMOVE_ACCESS, Company, DELETE, /contacts/*/companies/*, company_detached"
    })
    void changesOnceWhenTheAnswerIsLost(Operation operation, String type, String method, String path, String effect) {
        boolean tag = type.equals("Tag");
        String id = tag
                ? bed.sandbox().controls().createTag("Lost answer")
                : bed.sandbox().controls().createCompany("lost-answer", "Lost answer");
        bed.access(operation == ADD_ACCESS ? REMOVE_ACCESS : ADD_ACCESS, contact, type, id);
        bed.sandbox().effects().reset();
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.DONE_DROPPED).by(method).on(path).times(1));

        bed.access(operation, contact, type, id);

        assertThat(bed.sandbox().effects().byObject(effect)).containsOnly(Map.entry(contact + "/" + id, 1));
        bed.access(REMOVE_ACCESS, contact, type, id);
    }

    @Test
    void theNextImportFindsNothingToCorrect() {
        bed.imported("full");
        String tag = bed.served().entitlements().get("Tag").keySet().stream()
                .filter(id -> !bed.served().memberships().get("Tag").contains(contact + " " + id))
                .findFirst()
                .orElseThrow();
        bed.access(ADD_ACCESS, contact, "Tag", tag);
        bed.read(contact);

        JsonNode report = bed.imported("full");

        assertThat(report.path("memberships").path("created").asInt()).isZero();
        assertThat(report.path("memberships").path("gone").asInt()).isZero();
        assertThat(report.path("accounts").path("changed").asInt()).isZero();
        assertThat(bed.served().memberships().get("Tag")).contains(contact + " " + tag);
    }
}
