package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.directory.AccountRecord;
import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.Publications;
import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.Mode;
import io.eicbridge.journal.NewRun;
import io.eicbridge.journal.Runs;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class OneContactTest {
    private static final SandboxSettings FEW =
            SandboxSettings.defaults().withContacts(100).withCallsPerWindow(1_000_000);

    @BothDatabases
    void oneContactIsReadWithEverythingThatItHolds(Database database) {
        try (TestBed bed = TestBed.of(FEW, database).start()) {
            bed.fullImport("contacts");
            var controls = bed.sandbox().controls();
            String id = controls.createContact(Map.of("role", "user", "external_id", "fresh"));
            IntStream.range(0, 12).forEach(nth -> controls.tag(id, controls.createTag("many " + nth)));
            controls.attach(id, controls.createCompany("new", "A new company"));
            JsonNode report = bed.one(id);
            assertThat(report.path("outcome").asText()).as(report.toString()).isEqualTo("complete");
            assertThat(report.path("mode").asText()).isEqualTo("targeted");
            assertThat(report.path("read").asInt()).isEqualTo(1);
            assertThat(report.path("accounts").path("created").asInt()).isEqualTo(1);
            assertThat(report.path("accounts").path("missed").asInt()).isZero();
            assertThat(bed.served("contacts").name(id)).isEqualTo("fresh");
            SameAsIntercom.heldAsInIntercom(bed);
            assertThat(bed.served("contacts").values("Company")).containsValue("A new company");
            assertThat(bed.served("contacts").values("Tag")).containsValue("many 11");
        }
    }

    @BothDatabases
    void aMergedContactIsInactiveAndTheOneItWentIntoIsReadWithIt(Database database) {
        try (TestBed bed = TestBed.of(FEW, database).start()) {
            bed.fullImport("contacts");
            List<String> ids = new ArrayList<>(bed.truth("contacts").accounts());
            var controls = bed.sandbox().controls();
            controls.merge(ids.get(10), ids.get(20));
            controls.merge(ids.get(20), ids.get(30));
            JsonNode report = bed.one(ids.get(10));
            assertThat(report.path("accounts").path("gone").asInt()).isEqualTo(2);
            assertThat(report.path("reason").asText())
                    .contains(ids.get(10) + ": merged into " + ids.get(20))
                    .contains(ids.get(20) + ": merged into " + ids.get(30));
            assertThat(reasons(bed))
                    .containsEntry(ids.get(10), "merged into " + ids.get(20))
                    .containsEntry(ids.get(20), "merged into " + ids.get(30));
            assertThat(bed.served("contacts").gone()).containsExactlyInAnyOrder(ids.get(10), ids.get(20));
            SameAsIntercom.heldAsInIntercom(bed);
        }
    }

    @Test
    void whatAKilledIncrementalRunNumberedIsNotShownByATargetedRun() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW, database).start()) {
            bed.fullImport("contacts");
            String known = bed.served("contacts").active().first();
            String fresh = bed.sandbox().controls().createContact(Map.of("role", "user", "external_id", "fresh"));
            bed.sandbox().controls().tag(fresh, bed.sandbox().controls().createTag("VIP"));
            killedWhileItNumbered(bed, fresh);

            assertThat(bed.one(known).path("outcome").asText()).isEqualTo("complete");
            assertThat(bed.served("contacts").active()).doesNotContain(fresh);
            assertThat(bed.incremental("contacts").path("outcome").asText()).isEqualTo("complete");
            assertThat(bed.served("contacts").active()).contains(fresh);
            SameAsIntercom.heldAsInIntercom(bed);
        }
    }

    private static void killedWhileItNumbered(TestBed bed, String contact) {
        AccountRecord fresh = new AccountRecord(contact, List.of("fresh"), new TreeMap<>(), new TreeMap<>());
        bed.store().inTransaction(handle -> {
            long killed = new Runs(Clock.systemUTC())
                    .start(handle, new NewRun("contacts", Mode.INCREMENTAL, false, null, "UTC", "DAYS", "", ""))
                    .run();
            new Accounts().storePage(handle, "contacts", killed, Instant.now(), List.of(fresh));
            return new Publications().number(handle, "contacts", killed, 10);
        });
    }

    @Test
    void aReactivationThatAKillKeptFromBeingToldIsToldByTheNextRun() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW, database).start()) {
            bed.fullImport("contacts");
            bed.store()
                    .inTransaction(handle -> handle.execute(
                            "insert into reactivations (endpoint, account_id, run) values ('contacts', 'back', 1)"));

            bed.one(bed.served("contacts").active().first());

            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> untold(bed) == 0);
        }
    }

    private static long untold(TestBed bed) {
        return bed.store().read(handle -> handle.createQuery("select count(*) from reactivations")
                .mapTo(Long.class)
                .one());
    }

    @Test
    void anArchivedContactIsInactiveUntilItIsFoundLiveAgain() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW, database).start()) {
            bed.fullImport("contacts");
            Served before = bed.served("contacts");
            String id = before.active().first();
            bed.sandbox().controls().archive(id);
            JsonNode gone = bed.one(id);
            assertThat(gone.path("accounts").path("gone").asInt()).isEqualTo(1);
            assertThat(gone.path("reason").asText()).isEqualTo(id + ": archived or deleted");
            assertThat(bed.one(id).path("accounts").path("gone").asInt()).isZero();
            assertThat(bed.served("contacts").active()).doesNotContain(id);
            bed.sandbox().controls().unarchive(id);
            JsonNode back = bed.one(id);
            assertThat(back.path("accounts").path("reactivated").asInt()).isEqualTo(1);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> untold(bed) == 0);
            assertThat(back.path("accounts").path("changed").asInt()).isEqualTo(1);
            assertThat(bed.served("contacts").active()).isEqualTo(before.active());
            assertThat(bed.served("contacts").memberships()).isEqualTo(before.memberships());
        }
    }

    @Test
    void whatCannotBeReadAloneIsRefusedWithTheReason() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW, database).start()) {
            assertThatThrownBy(() -> bed.one("6a1f0c2e9b5d3e4f8a7b6c5d"))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("There is no complete full import of contacts");
            assertThatThrownBy(() -> bed.one("jo@example.com"))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("That is no id of a contact");
            var desk = bed.bridge().wiring().desk();
            assertThatThrownBy(() -> desk.startImport("{\"endpoint\":\"teammates\",\"one\":\"1\"}"))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("Teammates are imported together");
        }
    }

    @Test
    void aDryRunOfOneContactChangesNothing() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW, database).start()) {
            bed.fullImport("contacts");
            Served before = bed.served("contacts");
            String id = before.active().first();
            bed.sandbox().controls().archive(id);
            long run = bed.bridge()
                    .wiring()
                    .desk()
                    .startImport("{\"endpoint\":\"contacts\",\"dryRun\":true,\"one\":\"" + id + "\"}")
                    .path("run")
                    .asLong();
            JsonNode report = bed.ended(run).path("report");
            assertThat(report.path("accounts").path("gone").asInt()).isEqualTo(1);
            assertThat(bed.served("contacts")).isEqualTo(before);
        }
    }

    static Map<String, String> reasons(TestBed bed) {
        return bed.store().read(handle -> handle
                .createQuery("select account_id, gone_reason from accounts where gone_reason is not null")
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
