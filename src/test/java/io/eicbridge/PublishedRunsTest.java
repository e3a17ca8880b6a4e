package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PublishedRunsTest {
    private static final SandboxSettings SOME =
            SandboxSettings.defaults().withContacts(600).withCallsPerWindow(1_000_000);
    private static final String API = "/contacts/api/v1/";

    @BothDatabases
    void aPullInTheMiddleOfARunSeesNothingOfIt(Database database) {
        try (TestBed bed = TestBed.of(SOME, database).start()) {
            bed.fullImport("contacts");
            Served before = bed.served("contacts");
            var controls = bed.sandbox().controls();
            List<String> ids = new ArrayList<>(before.active());
            controls.createContacts(20);
            String tag = controls.createTag("fresh");
            controls.tag(ids.get(0), tag);
            controls.untag(ids.get(1), controls.createTag("fresh"));
            controls.archive(ids.get(2));
            bed.sandbox()
                    .faults()
                    .add(Fault.of(FaultKind.SLOW).on("/companies/scroll").withDelay(Duration.ofSeconds(2)));
            bed.sandbox().traffic().reset();
            long run = bed.begin("contacts", false);
            bed.untilAnswered("POST", "/contacts/search", 200);
            Served during = bed.served("contacts");
            assertThat(bed.state(run)).isEqualTo("running");
            assertThat(during.accounts().keySet()).isEqualTo(before.accounts().keySet());
            assertThat(during.memberships()).isEqualTo(before.memberships());
            assertThat(during.values("Tag")).isEqualTo(before.values("Tag"));

            SameAsIntercom.contacts(bed, bed.ended(run).path("report"));
            Served pinned = Served.at(bed.store(), "contacts", 1);
            assertThat(pinned.accounts().keySet()).isEqualTo(before.accounts().keySet());
            assertThat(pinned.memberships()).isEqualTo(before.memberships());
        }
    }

    @Test
    void theApiAnswers503UntilARunIsCompleteAndThenEveryPage() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME, database).start(RouteSelection.ALL)) {
            bed.sandbox().faults().add(Fault.of(FaultKind.ENDS_EARLY).on("/contacts"));
            bed.fullImport("contacts");
            assertThat(bed.answer(bed.api(API + "accounts")).statusCode()).isEqualTo(503);
            bed.sandbox().faults().clear();
            bed.fullImport("contacts");
            TreeSet<String> pulled = bed.pulled(API + "accounts?pagesize=77", "accounts").stream()
                    .map(account -> account.path("ACCOUNTID").asText())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(pulled).isEqualTo(bed.truth("contacts").accounts());
            assertThat(bed.pulled(API + "accounts/tag_memberships?pagesize=50", "tag_memberships"))
                    .hasSize(bed.truth("contacts").held("Tag").size());
        }
    }

    @Test
    void aPullThatBeganBeforeARunEndsAsItBegan() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME, database).start(RouteSelection.ALL)) {
            bed.fullImport("contacts");
            Served before = bed.served("contacts");
            JsonNode page = TestBed.json(bed.answer(bed.api(API + "accounts/tag_memberships?pagesize=100")));
            String tag = bed.sandbox().controls().createTag("fresh");
            new ArrayList<>(before.active())
                    .subList(0, 50)
                    .forEach(contact -> bed.sandbox().controls().tag(contact, tag));
            assertThat(bed.fullImport("contacts").path("outcome").asText()).isEqualTo("complete");
            int rows = page.path("tag_memberships").size();
            while (page.has("nextUrl")) {
                page = TestBed.json(bed.answer(page.path("nextUrl").asText()));
                rows += page.path("tag_memberships").size();
            }
            assertThat(rows).isEqualTo(before.held("Tag").size());
        }
    }

    @Test
    void whatAnIncompleteRunFoundFirstIsServedByTheNextCompleteOne() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME, database).start()) {
            bed.fullImport("contacts");
            String tag = bed.sandbox().controls().createTag("fresh");
            String contact = bed.sandbox().controls().createContact(Map.of("role", "user", "external_id", "fresh"));
            bed.sandbox().controls().tag(contact, tag);
            bed.sandbox().faults().add(Fault.of(FaultKind.ENDS_EARLY).on("/contacts"));
            assertThat(bed.fullImport("contacts").path("outcome").asText()).isEqualTo("incomplete");
            assertThat(bed.served("contacts").values("Tag")).doesNotContainKey(tag);
            bed.sandbox().faults().clear();
            bed.sandbox().controls().updateContact(contact, Map.of("name", "Changed"));
            JsonNode report = bed.fullImport("contacts");
            SameAsIntercom.contacts(bed, report);
            assertThat(report.path("accounts").path("created").asInt()).isEqualTo(1);
            assertThat(bed.served("contacts").values("Tag")).containsKey(tag);
            assertThat(Served.at(bed.store(), "contacts", 1).values("Tag")).doesNotContainKey(tag);
        }
    }
}
