package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

class WebhookBurstTest {
    private static final int NOTIFICATIONS = 300;
    private static final int TOLD_OF = 60;

    @BothDatabases
    void aBurstWhileAnImportRunsLosesNothingAndTheImportEndsComplete(Database database) {
        try (TestBed bed = bed(database)) {
            bed.fullImport("contacts");
            List<String> ids = new ArrayList<>(bed.served("contacts").active()).subList(0, TOLD_OF);
            long run = anImportThatIsHeldUp(bed);
            ids.forEach(id -> bed.sandbox().controls().updateContact(id, Map.of("name", "Told " + id)));
            Notifier intercom = new Notifier(bed.api("/webhooks/intercom"));
            List<CompletableFuture<Integer>> answers = IntStream.range(0, NOTIFICATIONS)
                    .mapToObj(
                            nth -> intercom.sendLater(intercom.contact("contact.user.updated", ids.get(nth % TOLD_OF))))
                    .toList();
            assertThat(answers.stream().map(CompletableFuture::join))
                    .hasSize(NOTIFICATIONS)
                    .containsOnly(200);
            assertThat(count(bed, "notifications")).isEqualTo(NOTIFICATIONS);
            JsonNode report = bed.ended(run).path("report");
            assertThat(report.path("outcome").asText()).isEqualTo("complete");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> count(bed, "hints") == 0);
            assertThat(bed.sandbox().traffic().answers("GET", "/contacts/{id}", 200))
                    .as("each is read, and not once for each notification that waited")
                    .isBetween((long) TOLD_OF, NOTIFICATIONS - 1L);
            Served served = bed.served("contacts");
            assertThat(ids)
                    .allSatisfy(id ->
                            assertThat(served.accounts().get(id).attributes()).contains("Told " + id));
        }
    }

    private static TestBed bed(Database database) {
        return TestBed.of(SandboxSettings.defaults().withContacts(200).withCallsPerWindow(1_000_000), database)
                .with("intercom.client-secret", Notifier.SECRET)
                .with("webhooks.contacts-sweep", "50")
                .start(RouteSelection.ALL);
    }

    /** A run whose companies keep it waiting for longer than the burst takes; where not, the burst is read the same. */
    private static long anImportThatIsHeldUp(TestBed bed) {
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.SLOW)
                        .on("/companies/scroll")
                        .withDelay(Duration.ofSeconds(1))
                        .times(1));
        bed.sandbox().traffic().reset();
        long run = bed.begin("contacts", false);
        assertThat(bed.state(run)).isEqualTo("running");
        return run;
    }

    private static long count(TestBed bed, String table) {
        return bed.store().read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }
}
