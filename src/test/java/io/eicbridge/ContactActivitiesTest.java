package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.flow.RouteSelection;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ContactActivitiesTest {
    private static final SandboxSettings FEW =
            SandboxSettings.defaults().withContacts(50).withCallsPerWindow(1_000_000);
    private static final String FEED = "/contacts/activities";

    @BothDatabases
    void whatTheFeedTellsIsReadOnceAndGoesOnWhereItWasAfterARestart(Database database) {
        try (TestBed bed = bed(database).with("intercom.api-version", "2.17").start(RouteSelection.ALL)) {
            bed.fullImport("contacts");
            List<String> ids = new ArrayList<>(bed.truth("contacts").accounts());
            var controls = bed.sandbox().controls();
            controls.delete(ids.get(1));
            controls.merge(ids.get(2), ids.get(3));
            String created = controls.createContact(Map.of("role", "user", "external_id", "told-by-the-feed"));
            untilServed(bed, created);
            assertThat(bed.served("contacts").gone()).containsExactlyInAnyOrder(ids.get(1), ids.get(2));
            SameAsIntercom.heldAsInIntercom(bed);
            controls.createContacts(200);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> bed.served("contacts").active().size()
                            == bed.truth("contacts").accounts().size());
            bed.start(RouteSelection.ALL);
            bed.sandbox().traffic().reset();
            String later = controls.createContact(Map.of("role", "user", "external_id", "after-the-restart"));
            untilServed(bed, later);
            assertThat(bed.sandbox().traffic().answers("GET", "/contacts/{id}", 200))
                    .isEqualTo(1);
        }
    }

    @Test
    void aVersionWithoutTheFeedIsAskedOnceAndLeftAlone() {
        try (Database database = new FileDatabase();
                TestBed bed = bed(database).start(RouteSelection.ALL)) {
            bed.fullImport("contacts");
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> refusals(bed) > 0);
            Awaitility.await()
                    .during(Duration.ofMillis(300))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> refusals(bed) == 1);
        }
    }

    private static TestBed bed(Database database) {
        return TestBed.of(FEW, database).with("contacts.activities.sweep", "50").with("webhooks.contacts-sweep", "50");
    }

    private static long refusals(TestBed bed) {
        return bed.sandbox().traffic().answers("GET", FEED, 400)
                + bed.sandbox().traffic().answers("GET", FEED, 404);
    }

    private static void untilServed(TestBed bed, String id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> bed.served("contacts").accounts().containsKey(id));
    }
}
