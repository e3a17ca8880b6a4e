package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.workspace.Census;
import io.eicbridge.sandbox.workspace.Controls;
import io.eicbridge.sandbox.workspace.Holding;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.Store;
import io.eicbridge.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Kills the program in the middle of an incremental import; the next start goes on from the last page that was stored. */
class IncrementalKillTest {
    private static final int CHANGED = 620;
    private static final SandboxSettings SOME =
            SandboxSettings.defaults().withContacts(900).withLatency(Duration.ofMillis(25));

    @BothDatabases
    void aKilledIncrementalRunGoesOnLosesNothingAndReadsNothingTwice(Database database, @TempDir Path folder)
            throws Exception {
        try (TestBed bed = TestBed.of(SOME, database).start()) {
            bed.fullImport("contacts");
            bed.stop();
            change(bed.sandbox().controls(), new ArrayList<>(served(database).active()));
            Home home = home(folder, bed, database.settings());
            killedWhenSaid(home, database, "A page is stored.*kind=CONTACTS_CHANGED", 2);
            killedWhenSaid(home, database, "A page is stored.*kind=(TAG|SEGMENT)_MEMBERS", 2);
            JsonNode report = toTheEnd(home);
            assertThat(report.path("mode").asText()).isEqualTo("incremental");
            assertThat(report.path("outcome").asText()).isEqualTo("complete");
            assertThat(report.path("accounts").path("changed").asInt()).isEqualTo(CHANGED);
            assertThat(report.path("read").asInt()).isEqualTo(CHANGED);
            agrees(served(database), bed.sandbox().census());
        }
    }

    private static void agrees(Served served, Census census) {
        assertThat(served.active()).hasSize(census.contacts());
        assertThat(served.held("Tag")).hasSize(census.memberships(Holding.TAG));
        assertThat(served.held("Segment")).hasSize(census.memberships(Holding.SEGMENT));
    }

    private static Served served(Database database) {
        Store store = database.reopen();
        try {
            return Served.of(store, "contacts").orElseThrow();
        } finally {
            store.close();
        }
    }

    private static void change(Controls controls, List<String> ids) {
        ids.subList(0, CHANGED).forEach(id -> controls.updateContact(id, Map.of("name", "Changed " + id)));
        String tag = controls.createTag("many");
        ids.subList(400, 800).forEach(id -> controls.tag(id, tag));
    }

    private static void killedWhenSaid(Home home, Database database, String pattern, int times) {
        try (Child child = home.start("import", "contacts", "--incremental")) {
            child.whenSaid(pattern, times).kill();
        }
        Store store = database.reopen();
        store.inTransaction(handle -> handle.execute("delete from leases")); // or each start waits for its end
        store.close();
    }

    private static JsonNode toTheEnd(Home home) throws Exception {
        try (Child child = home.start("import", "contacts", "--incremental", "--report", "json")) {
            assertThat(child.ended()).as(child::said).isZero();
            List<String> lines = child.out().lines().toList();
            return new ObjectMapper().readTree(lines.get(lines.size() - 1));
        }
    }

    private static Home home(Path folder, TestBed bed, StoreSettings directory) {
        return Home.in(
                folder,
                Map.of(
                        "intercom.url", bed.sandbox().url().toString(),
                        "intercom.access-token", "a-token",
                        "bridge.port", Integer.toString(TestBed.freePort()),
                        "bridge.api-token", TestBed.API_TOKEN,
                        "directory.url", directory.url(),
                        "directory.user", directory.user(),
                        "directory.password", directory.password(),
                        "import.parallel", "4",
                        "EIC_BRIDGE_LOG", "DEBUG"));
    }
}
