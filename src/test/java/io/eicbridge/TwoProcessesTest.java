package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.importing.ImportOrders;
import io.eicbridge.importing.ImportRuns;
import io.eicbridge.sandbox.IntercomSandbox;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.store.PostgresDatabase;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two bridges share one PostgreSQL, as two processes do: nothing but the database tells one of the other. */
class TwoProcessesTest {
    private static final int CONTACTS = 3_000;
    private final PostgresDatabase database = new PostgresDatabase();
    private TestBed one;
    private TestBed two;

    @BeforeEach
    void start() {
        SandboxSettings settings =
                SandboxSettings.defaults().withContacts(CONTACTS).withLatency(Duration.ofMillis(150));
        one = bed(TestBed.of(settings, database.settings().url())).start();
        two = bed(TestBed.of(
                        settings.withLatency(Duration.ZERO), database.settings().url()))
                .with("intercom.url", one.sandbox().url().toString())
                .start();
    }

    private TestBed bed(TestBed bed) {
        return bed.with("directory.user", "postgres")
                .with("directory.password", "postgres")
                .with("import.parallel", "2");
    }

    @AfterEach
    void end() {
        two.close();
        one.close();
        database.close();
    }

    @Test
    void aSecondImportIsToldOfTheFirstAndAScheduleSkips() {
        long run = one.begin("contacts", false);

        assertThatThrownBy(() -> two.begin("contacts", false))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Another process imports contacts");
        assertThat(runs(two).begin(new ImportOrders().full("contacts"))).isNull();
        assertThat(state(two, run)).isEqualTo("running");

        assertThat(one.ended(run).path("state").asText()).isEqualTo("complete");
    }

    @Test
    void aProcessThatLostItsLeaseStopsAndPublishesNothing() {
        long run = one.begin("contacts", false);
        IntercomSandbox sandbox = one.sandbox();
        Awaitility.await().until(() -> sandbox.traffic().answers("GET", "/contacts", 200) >= 4);

        lease("holder = 'thief', until_at = current_timestamp + interval '1' hour");
        Awaitility.await().until(() -> one.bridge().wiring().runs().all().isEmpty());
        assertThat(database.store()
                        .<Long>read(handle -> handle.createQuery("select count(*) from endpoints where publication > 0")
                                .mapTo(Long.class)
                                .one()))
                .isZero();

        lease("until_at = current_timestamp");
        long resumed = two.begin("contacts", false);
        JsonNode report = two.ended(resumed).path("report");
        assertThat(resumed).isEqualTo(run);
        assertThat(report.path("outcome").asText()).isEqualTo("complete");
        assertThat(report.path("accounts").path("created").asInt()).isEqualTo(CONTACTS);
    }

    private void lease(String change) {
        database.store().inTransaction(handle -> handle.execute("update leases set " + change));
    }

    private static ImportRuns runs(TestBed bed) {
        return (ImportRuns) bed.bridge().wiring().beans().get("importRuns");
    }

    private static String state(TestBed bed, long run) {
        return bed.bridge()
                .wiring()
                .desk()
                .progress(Long.toString(run))
                .path("state")
                .asText();
    }
}
