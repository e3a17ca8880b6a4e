package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.flow.RouteSelection;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class BrokenObjectsTest {
    private static final SandboxSettings FEW =
            SandboxSettings.defaults().withContacts(30).withCallsPerWindow(1_000_000);

    @Test
    void aContactThatIntercomAlwaysFailsForIsPutAsideAndBecomesADeadLetterWhileOthersAreRead() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW, database)
                        .with("intercom.client-secret", Notifier.SECRET)
                        .with("webhooks.contacts-sweep", "50")
                        .with("intercom.redeliveries", "1")
                        .start(RouteSelection.ALL)) {
            bed.fullImport("contacts");
            List<String> ids = new ArrayList<>(bed.served("contacts").active());
            Notifier intercom = new Notifier(bed.api("/webhooks/intercom"));
            String broken = ids.get(0);
            bed.sandbox().faults().add(Fault.of(FaultKind.STATUS).on("/contacts/" + broken));
            ids.subList(0, 5).forEach(id -> rename(bed, intercom, id, "First"));
            until(() -> named(bed, "First") == 4 && rows(bed, "hints") == 1);
            rename(bed, intercom, ids.get(7), "Second");
            until(() -> named(bed, "Second") == 1);
            assertThat(rows(bed, "hints_aside where tries = 1")).isEqualTo(1);

            due(bed, 11);
            until(() -> rows(bed, "dead_letters where state = 'open' and kind = 'hint'") == 1);
            assertThat(rows(bed, "hints")).isZero();

            until(() -> !"running".equals(bed.state(newest(bed))));

            bed.sandbox().faults().clear();
            assertThat(bed.one(broken).path("outcome").asText()).isEqualTo("complete");
            assertThat(named(bed, "First")).isEqualTo(5);
            assertThat(rows(bed, "dead_letters where state = 'open'")).isZero();
        }
    }

    private static void rename(TestBed bed, Notifier intercom, String contact, String name) {
        bed.sandbox().controls().updateContact(contact, Map.of("name", name));
        assertThat(intercom.send(intercom.contact("contact.user.updated", contact)))
                .isEqualTo(200);
    }

    /** Lets the object that was put aside be read now, after so many tries. */
    private static void due(TestBed bed, int tries) {
        bed.store().inTransaction(handle -> handle.createUpdate("update hints_aside set tries = :tries, next_at = :now")
                .bind("tries", tries)
                .bind("now", Instant.now())
                .execute());
    }

    private static long newest(TestBed bed) {
        return bed.store().read(handle -> handle.createQuery("select max(run) from runs")
                .mapTo(Long.class)
                .one());
    }

    private static long named(TestBed bed, String name) {
        return rows(bed, "account_attributes where attributes like '%\"" + name + "\"%'");
    }

    private static long rows(TestBed bed, String from) {
        return bed.store().read(handle -> handle.createQuery("select count(*) from " + from)
                .mapTo(Long.class)
                .one());
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }
}
