package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
    private static final SandboxSettings FEW =
            SandboxSettings.defaults().withContacts(40).withCallsPerWindow(1_000_000);

    @Test
    void removesRunsThatNothingRefersToAndNothingThatAnybodyIsTold() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW, database).start()) {
            var controls = bed.sandbox().controls();
            String contact = controls.createContact(Map.of("email", "ada@example.net", "name", "Ada"));
            bed.fullImport("contacts");
            controls.tag(contact, controls.createTag("VIP"));
            bed.fullImport("contacts");
            controls.updateContact(contact, Map.of("name", "Ada L."));
            bed.one(contact);
            for (int again = 0; again < 5; again++) {
                bed.one(contact);
            }
            bed.fullImport("contacts");
            age(bed);
            String history = history(bed, contact);
            Served served = bed.served("contacts");

            bed.bridge().wiring().records().housekeeping().tidy();

            assertThat(rows(bed, "runs where mode = 'targeted'"))
                    .as("one that changed something, and the last")
                    .isEqualTo(2);
            assertThat(rows(bed, "slices")).isZero();
            assertThat(history(bed, contact)).isEqualTo(history);
            assertThat(bed.served("contacts")).usingRecursiveComparison().isEqualTo(served);
            controls.updateContact(contact, Map.of("name", "Ada Lovelace"));
            assertThat(bed.incremental("contacts").path("outcome").asText()).isEqualTo("complete");
            assertThat(history(bed, contact)).contains("Ada Lovelace");
        }
    }

    private static String history(TestBed bed, String contact) {
        return bed.bridge()
                .wiring()
                .records()
                .desk()
                .history("contacts", contact)
                .toString();
    }

    private static long rows(TestBed bed, String table) {
        return bed.store().read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    private static void age(TestBed bed) {
        bed.store().inTransaction(handle -> handle.createUpdate("update runs set started_at = :time, ended_at = :time")
                .bind("time", Instant.now().minus(Duration.ofDays(100)))
                .execute());
    }
}
