package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ReconcileTest {
    private static final SandboxSettings FEW =
            SandboxSettings.defaults().withContacts(300).withCallsPerWindow(1_000_000);

    @BothDatabases
    void findsNothingAfterAnImportAndEachKindOfDifferenceAfterAChange(Database database) {
        try (TestBed bed = TestBed.of(FEW, database).start()) {
            var controls = bed.sandbox().controls();
            List<String> ids = List.copyOf(bed.truth("contacts").accounts());
            String tag = controls.createTag("VIP");
            controls.tag(ids.get(0), tag);
            bed.fullImport("contacts");
            assertThat(reconciled(bed, "contacts").path("state").asText()).isEqualTo("equal");

            String created = controls.createContact(Map.of("email", "new@example.net"));
            controls.delete(ids.get(10));
            controls.updateContact(ids.get(20), Map.of("name", "Another"));
            controls.untag(ids.get(0), tag);
            controls.createTag("New");
            JsonNode found = reconciled(bed, "contacts");

            assertThat(found.path("state").asText()).isEqualTo("different");
            assertThat(subjects(found, "missing")).contains(created).hasSize(2);
            assertThat(subjects(found, "extra")).containsExactly(ids.get(10));
            assertThat(subjects(found, "attribute")).contains(ids.get(20));
            assertThat(subjects(found, "membership")).contains(ids.get(0));
            assertThat(found.path("note").asText()).isEmpty();
            bed.fullImport("contacts");
            assertThat(reconciled(bed, "contacts").path("state").asText()).isEqualTo("equal");
        }
    }

    @Test
    void readsLargeEndpointsInSlicesAndComparesSegmentsByTheirMembers() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW, database)
                        .with("contacts.list-below", "100")
                        .start()) {
            bed.fullImport("contacts");
            String member = bed.truth("contacts").held("Segment").first().replaceFirst(" .*", "");
            assertThat(reconciled(bed, "contacts").path("state").asText()).isEqualTo("equal");
            bed.sandbox().controls().overrideSegments(member, Set.of());

            JsonNode found = reconciled(bed, "contacts");

            assertThat(subjects(found, "membership")).containsExactly(member);
        }
    }

    @Test
    void leavesOutWhatTheSettingsLeaveOut() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW, database)
                        .with("contacts.filter", "role=user")
                        .with("contacts.entitlements-excluded", "Tag:tmp-*")
                        .start()) {
            var controls = bed.sandbox().controls();
            controls.tag(bed.truth("contacts").accounts().first(), controls.createTag("tmp-1"));
            bed.fullImport("contacts");

            assertThat(reconciled(bed, "contacts").path("state").asText()).isEqualTo("equal");
        }
    }

    @Test
    void comparesTeammatesAndListsAtMostSoManyOfAKind() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW, database).start()) {
            bed.fullImport("teammates");
            assertThat(reconciled(bed, "teammates").path("state").asText()).isEqualTo("equal");
            for (int i = 0; i < 5; i++) {
                bed.sandbox().controls().addAdmin("New " + i, "new" + i + "@example.net");
            }

            JsonNode found = reconciled(bed, "teammates", 3);

            assertThat(found.path("counts").path("missing").asInt()).isEqualTo(5);
            assertThat(found.path("differences")).hasSize(3);
        }
    }

    @Test
    void isNotFooledByAnImportThatRunsMeanwhile() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW, database).start()) {
            bed.fullImport("contacts");
            bed.sandbox()
                    .controls()
                    .updateContact(bed.truth("contacts").accounts().first(), Map.of("name", "Another"));
            long run = bed.begin("contacts", false);

            JsonNode found = reconciled(bed, "contacts");

            bed.ended(run);
            assertThat(bed.state(run)).isEqualTo("complete");
            assertThat(found.path("state").asText()).isIn("equal", "different");
            assertThat(found.path("counts").path("missing").asInt()).isZero();
            assertThat(found.path("counts").path("extra").asInt()).isZero();
            assertThat(reconciled(bed, "contacts").path("state").asText()).isEqualTo("equal");
        }
    }

    @Test
    void answersOverTheApiAndSaysWhyItCannot() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW, database).start(RouteSelection.ALL)) {
            JsonNode begun = TestBed.json(bed.answer(bed.api("/commands/v1/reconciliations/teammates?limit=5")));
            String id = begun.path("reconciliation").asText();

            JsonNode found = ended(bed, id);

            assertThat(found.path("state").asText()).isEqualTo("failed");
            assertThat(found.path("reason").asText()).contains("No full import of teammates");
            assertThat(bed.answer(bed.api("/commands/v1/reconciliations/nothing?limit=5"))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void dropsTheValuesOfAnAccountThatIsForgotten() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW, database).start()) {
            var controls = bed.sandbox().controls();
            String contact = controls.createContact(Map.of("email", "ada@example.net", "name", "Ada"));
            bed.fullImport("contacts");
            controls.updateContact(contact, Map.of("name", "Ada Lovelace"));
            JsonNode found = reconciled(bed, "contacts");
            assertThat(found.toString()).contains("Ada Lovelace");
            controls.delete(contact);
            bed.fullImport("contacts");

            bed.bridge().wiring().records().desk().forget("contacts", contact);

            JsonNode kept = ended(bed, found.path("reconciliation").asText());
            assertThat(kept.toString()).doesNotContain("Ada");
            assertThat(subjects(kept, "attribute")).containsExactly(contact);
        }
    }

    private static JsonNode reconciled(TestBed bed, String endpoint) {
        return reconciled(bed, endpoint, 50);
    }

    private static JsonNode reconciled(TestBed bed, String endpoint, int limit) {
        return ended(
                bed,
                bed.bridge()
                        .wiring()
                        .records()
                        .desk()
                        .reconcile(endpoint, Integer.toString(limit))
                        .path("reconciliation")
                        .asText());
    }

    private static JsonNode ended(TestBed bed, String id) {
        RecordsDesk desk = bed.bridge().wiring().records().desk();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        !"running".equals(desk.reconciliation(id).path("state").asText()));
        return desk.reconciliation(id);
    }

    private static Set<String> subjects(JsonNode found, String kind) {
        return StreamSupport.stream(found.path("differences").spliterator(), false)
                .filter(difference -> kind.equals(difference.path("kind").asText()))
                .map(difference -> difference.path("subject").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
