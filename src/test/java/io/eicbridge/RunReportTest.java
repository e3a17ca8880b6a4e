package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {
    private static final SandboxSettings SOME =
            SandboxSettings.defaults().withContacts(400).withCallsPerWindow(1_000_000);

    @BothDatabases
    void countsEachMembershipThatLastedOnceThoughTheListIsReadTwice(Database database) {
        try (TestBed bed = TestBed.of(SOME, database).start()) {
            JsonNode first = bed.fullImport("contacts").path("memberships");
            long all = memberships(bed.served("contacts"));
            assertThat(first.path("created").asLong()).isEqualTo(all);
            assertThat(first.path("unchanged").asLong()).isZero();

            String active = bed.served("contacts").active().first();
            bed.sandbox().controls().tag(active, bed.sandbox().controls().createTag("fresh"));
            bed.sandbox()
                    .faults()
                    .add(Fault.of(FaultKind.ENDS_EARLY).on("/contacts").after(2).times(1));
            JsonNode second = bed.fullImport("contacts").path("memberships");
            assertThat(second.path("created").asLong()).isEqualTo(1);
            assertThat(second.path("unchanged").asLong()).isEqualTo(all);
        }
    }

    @BothDatabases
    void tellsHowManyAHeldRunAffectsBeyondThoseItLists(Database database, @TempDir Path folder) {
        Connections connections = Connections.in(folder).creations("accounts", "value", 3);
        try (TestBed bed = TestBed.of(SOME.withContacts(5), database)
                .with("connections.folder", connections.folder().toString())
                .start()) {
            bed.fullImport("contacts");
            bed.sandbox().controls().createContacts(1_001);
            JsonNode held = bed.ended(bed.begin("contacts", false));
            assertThat(held.path("state").asText()).isEqualTo("held");
            JsonNode report = held.path("report");
            assertThat(held.path("affected").size())
                    .isLessThan(held.path("affectedTotal").asInt());
            assertThat(held.path("affectedTotal").asLong())
                    .isEqualTo(changed(report, "accounts")
                            + changed(report, "entitlements")
                            + changed(report, "memberships"));
        }
    }

    @Test
    void countsValuesThatDoNotFit() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME.withContacts(5), database).start()) {
            bed.sandbox().controls().createContact(Map.of("role", "lead", "name", "n".repeat(300)));
            assertThat(bed.fullImport("contacts").path("cut").asInt()).isPositive();
        }
    }

    @Test
    void theListOfRunsTellsWhatEachOfThemRead() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME, database).start()) {
            bed.fullImport("contacts");
            bed.sandbox()
                    .faults()
                    .add(Fault.of(FaultKind.STATUS)
                            .on("/contacts")
                            .withStatus(401)
                            .after(2));
            bed.fullImport("contacts");
            JsonNode runs = bed.bridge().wiring().desk().runs().path("runs");
            assertThat(runs.get(0).path("read").asInt()).isEqualTo(150);
            assertThat(runs.get(1).path("read").asInt()).isEqualTo(400);
        }
    }

    @Test
    void aRunThatWasStoppedCountsItsCallsFromBefore() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME.withLatency(Duration.ofMillis(40)), database)
                        .with("contacts.list-below", "100")
                        .with("import.parallel", "2")
                        .start()) {
            bed.sandbox().traffic().reset();
            bed.begin("contacts", false);
            bed.untilAnswered("GET", "/companies/scroll", 200);
            bed.sandbox().controls().clockOffset(Duration.ofMinutes(2)); // the scroll of the stopped run expires
            bed.start();
            JsonNode report = bed.fullImport("contacts");
            assertThat(report.path("run").asInt()).isEqualTo(1);
            assertThat(report.path("requests").asLong())
                    .isEqualTo(bed.sandbox().traffic().total());
        }
    }

    private static long changed(JsonNode report, String what) {
        return report.path(what).path("created").asLong()
                + report.path(what).path("gone").asLong();
    }

    private static long memberships(Served served) {
        return served.memberships().values().stream().mapToLong(TreeSet::size).sum();
    }
}
