package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DryRunTest {
    private static final SandboxSettings SOME =
            SandboxSettings.defaults().withContacts(600).withCallsPerWindow(1_000_000);
    private static final List<String> TABLES = List.of(
            "endpoints",
            "accounts",
            "account_attributes",
            "account_numbers",
            "entitlement_types",
            "entitlements",
            "memberships",
            "dead_letters");

    @Test
    void aFirstDryRunTellsTheSameOfContactsThatAreSearchedInSlices() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME, database)
                        .with("contacts.list-below", "100")
                        .start()) {
            JsonNode dry = bed.dryRun("contacts");
            assertThat(dry.path("memberships").path("created").asInt()).isPositive();
            assertThat(changes(dry)).isEqualTo(changes(bed.fullImport("contacts")));
        }
    }

    @BothDatabases
    void aFirstDryRunTellsWhatTheImportThenDoesAndChangesNothing(Database database) {
        try (TestBed bed = TestBed.of(SOME, database).start()) {
            for (String endpoint : List.of("teammates", "contacts")) {
                Map<String, List<Map<String, Object>>> before = contents(bed);
                JsonNode dry = bed.dryRun(endpoint);
                assertThat(contents(bed)).isEqualTo(before);
                assertThat(changes(dry)).isEqualTo(changes(bed.fullImport(endpoint)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5000", "100"})
    void aLaterDryRunTellsWhatTheImportThenDoesAndChangesNothing(String listBelow, @TempDir Path folder) {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME, database)
                        .with("contacts.list-below", listBelow)
                        .with("import.parallel", "4")
                        .with(
                                "connections.folder",
                                Connections.in(folder).folder().toString())
                        .start()) {
            bed.fullImport("contacts");
            change(bed);
            Map<String, List<Map<String, Object>>> before = contents(bed);
            JsonNode dry = bed.dryRun("contacts");
            assertThat(contents(bed)).isEqualTo(before);
            JsonNode real = bed.fullImport("contacts");
            assertThat(changes(dry)).isEqualTo(changes(real));
            assertThat(real.path("accounts").path("gone").asInt()).isEqualTo(2);
            assertThat(real.path("accounts").path("created").asInt()).isEqualTo(4);
            assertThat(real.path("entitlements").path("gone").asInt()).isEqualTo(2);
            SameAsIntercom.contacts(bed, real);
        }
    }

    @Test
    void aDryRunThatAThresholdWouldHoldSaysSo(@TempDir Path folder) {
        Connections connections = Connections.in(folder).contacts("accountThresholdValue", 2);
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME, database)
                        .with("connections.folder", connections.folder().toString())
                        .start()) {
            bed.fullImport("contacts");
            new ArrayList<>(bed.served("contacts").active())
                    .subList(0, 5)
                    .forEach(bed.sandbox().controls()::archive);
            JsonNode dry = bed.dryRun("contacts");
            JsonNode real = bed.fullImport("contacts");
            assertThat(dry.path("outcome").asText()).isEqualTo("held");
            assertThat(dry.path("reason")).isEqualTo(real.path("reason"));
        }
    }

    private static void change(TestBed bed) {
        var controls = bed.sandbox().controls();
        List<String> ids = new ArrayList<>(bed.served("contacts").active());
        controls.archive(ids.get(0));
        controls.merge(ids.get(1), ids.get(2));
        controls.updateContact(ids.get(3), Map.of("name", "Quite Another"));
        controls.createContacts(3);
        String fresh = controls.createContact(Map.of("role", "user", "external_id", "fresh"));
        IntStream.range(0, 12).forEach(nth -> controls.tag(fresh, controls.createTag("fresh " + nth)));
        List<String> segments =
                new ArrayList<>(bed.served("contacts").values("Segment").keySet());
        controls.overrideSegments(fresh, Set.of(segments.get(0)));
        controls.overrideSegments(ids.get(4), Set.of(segments.get(1)));
        controls.deleteTag(
                bed.served("contacts").values("Tag").keySet().iterator().next());
        controls.deleteCompany(
                bed.served("contacts").values("Company").keySet().iterator().next());
    }

    private static JsonNode changes(JsonNode report) {
        ObjectNode changes = report.deepCopy();
        return changes.remove(List.of("run", "requests", "seconds"));
    }

    private static Map<String, List<Map<String, Object>>> contents(TestBed bed) {
        Map<String, List<Map<String, Object>>> contents = new TreeMap<>();
        TABLES.forEach(table -> contents.put(
                table, bed.store().read(handle -> handle.createQuery("select * from " + table + " order by 1, 2")
                        .mapToMap()
                        .map(DryRunTest::readable)
                        .list())));
        return contents;
    }

    private static Map<String, Object> readable(Map<String, Object> row) {
        Map<String, Object> readable = new TreeMap<>();
        row.forEach((column, value) -> readable.put(
                column, value instanceof byte[] bytes ? java.util.HexFormat.of().formatHex(bytes) : value));
        return readable;
    }
}
