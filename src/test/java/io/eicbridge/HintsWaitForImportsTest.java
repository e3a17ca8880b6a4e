package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hints and imports of the same endpoint: neither keeps the other from its turn. */
class HintsWaitForImportsTest {
    private static final SandboxSettings SLOW = SandboxSettings.defaults()
            .withContacts(200)
            .withCallsPerWindow(1_000_000)
            .withLatency(Duration.ofMillis(20));

    @Test
    void hintsBeforeTheFirstImportAndDuringOneAreReadTogetherAfterwards() {
        try (Database database = new FileDatabase();
                TestBed bed = bed(database, "1000").start(RouteSelection.ALL)) {
            Notifier intercom = new Notifier(bed.api("/webhooks/intercom"));
            List<String> ids = bed.sandbox().controls().createContacts(10);
            intercom.send(intercom.contact("contact.user.updated", ids.get(0)));
            Duration longerThanAllOfThem = Duration.ofSeconds(2);
            bed.sandbox()
                    .faults()
                    .add(Fault.of(FaultKind.SLOW)
                            .on("/companies/scroll")
                            .withDelay(longerThanAllOfThem)
                            .times(1));
            long run = bed.begin("contacts", false);
            for (int nth = 0; nth < 60; nth++) {
                assertThat(intercom.send(intercom.contact("contact.user.updated", ids.get(nth % 10))))
                        .isEqualTo(200);
            }
            assertThat(bed.state(run)).isEqualTo("running");
            assertThat(bed.ended(run).path("report").path("outcome").asText()).isEqualTo("complete");
            bed.sandbox().traffic().reset();
            untilRead(bed);
            assertThat(bed.sandbox().traffic().answers("GET", "/contacts/{id}", 200))
                    .isEqualTo(10);
        }
    }

    @Test
    void anImportWaitsForOneBatchAndNotForAll() {
        try (Database database = new FileDatabase();
                TestBed bed = bed(database, "10").start(RouteSelection.ALL)) {
            bed.fullImport("contacts");
            Notifier intercom = new Notifier(bed.api("/webhooks/intercom"));
            List<String> ids = new ArrayList<>(bed.served("contacts").active());
            IntStream.range(0, 100)
                    .mapToObj(nth -> intercom.sendLater(intercom.contact("contact.user.updated", ids.get(nth))))
                    .toList()
                    .forEach(answer -> assertThat(answer.join()).isEqualTo(200));
            bed.untilAnswered("GET", "/contacts/{id}", 200);
            JsonNode report = bed.fullImport("contacts");
            assertThat(report.path("outcome").asText()).isEqualTo("complete");
            assertThat(hints(bed)).isPositive();
            untilRead(bed);
        }
    }

    @Test
    void anImportIsNotRefusedBecauseATargetedRunBeginsAtTheSameMoment() {
        SandboxSettings fast = SandboxSettings.defaults().withContacts(20).withCallsPerWindow(1_000_000);
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(fast, database)
                        .with("intercom.client-secret", Notifier.SECRET)
                        .with("webhooks.contacts-sweep", "1")
                        .start(RouteSelection.ALL)) {
            bed.fullImport("contacts");
            Notifier intercom = new Notifier(bed.api("/webhooks/intercom"));
            String id = bed.served("contacts").active().first();
            for (int nth = 0; nth < 10; nth++) {
                assertThat(intercom.send(intercom.contact("contact.user.updated", id)))
                        .isEqualTo(200);
                assertThat(bed.incremental("contacts").path("outcome").asText()).isEqualTo("complete");
            }
        }
    }

    @Test
    void aBatchThatExceedsAThresholdIsLeftToTheNextFullImport(@TempDir Path folder) {
        try (Database database = new FileDatabase();
                TestBed bed = bed(database, "1000")
                        .with(
                                "connections.folder",
                                Connections.in(folder)
                                        .contacts("accountThresholdValue", 2)
                                        .folder()
                                        .toString())
                        .with("webhooks.contacts-sweep", "3600000")
                        .start(RouteSelection.ALL)) {
            bed.fullImport("contacts");
            Served before = bed.served("contacts");
            Notifier intercom = new Notifier(bed.api("/webhooks/intercom"));
            List<String> gone = new ArrayList<>(before.active()).subList(0, 5);
            gone.forEach(bed.sandbox().controls()::archive);
            gone.forEach(id -> assertThat(intercom.send(intercom.contact("contact.archived", id)))
                    .isEqualTo(200));
            bed.with("webhooks.contacts-sweep", "100").start(RouteSelection.ALL);
            untilRead(bed);
            assertThat(bed.served("contacts").active()).isEqualTo(before.active());
            long run = bed.begin("contacts", false);
            assertThat(bed.ended(run).path("state").asText()).isEqualTo("held");
            bed.approve(run);
            assertThat(bed.served("contacts").gone()).containsExactlyInAnyOrderElementsOf(gone);
        }
    }

    @Test
    void withoutAClientSecretThePathDoesNotExist() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SLOW, database).start(RouteSelection.ALL)) {
            var webhooks = bed.answer(bed.api("/webhooks/intercom"));
            var elsewhere = bed.answer(bed.api("/webhooks/elsewhere"));
            assertThat(webhooks.statusCode()).isEqualTo(404).isEqualTo(elsewhere.statusCode());
            assertThat(webhooks.body()).isEqualTo(elsewhere.body());
            Notifier intercom = new Notifier(bed.api("/webhooks/intercom"));
            assertThat(intercom.send(intercom.contact("contact.deleted", "1"))).isEqualTo(401);
        }
    }

    private static TestBed bed(Database database, String batch) {
        return TestBed.of(SLOW, database)
                .with("intercom.client-secret", Notifier.SECRET)
                .with("webhooks.contacts-sweep", "200")
                .with("webhooks.batch", batch);
    }

    private static long hints(TestBed bed) {
        return bed.store().read(handle -> handle.createQuery("select count(*) from hints")
                .mapTo(Long.class)
                .one());
    }

    private static void untilRead(TestBed bed) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> hints(bed) == 0);
    }
}
