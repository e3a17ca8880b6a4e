package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final SandboxSettings FEW =
            SandboxSettings.defaults().withContacts(40).withCallsPerWindow(1_000_000);

    @BothDatabases
    void tellsWhatChangedOnAnAccountAndInWhichRun(Database database) {
        try (TestBed bed = TestBed.of(FEW, database).start()) {
            var controls = bed.sandbox().controls();
            String contact = controls.createContact(Map.of("email", "ada@example.net", "name", "Ada"));
            String tag = controls.createTag("VIP");
            long first = run(bed);
            assertThat(entries(bed, contact, "created")).hasSize(1);
            assertThat(entries(bed, contact, "changed")).isEmpty();
            controls.updateContact(contact, Map.of("name", "Ada L.", "last_seen_at", 1_700_000_000L));
            controls.tag(contact, tag);
            long second = run(bed);
            controls.untag(contact, tag);
            long third = run(bed);
            controls.tag(contact, tag);
            run(bed);
            controls.archive(contact);
            long last = run(bed);

            JsonNode renamed = entry(bed, contact, "changed", "DISPLAYNAME");
            assertThat(renamed.path("before").asText()).isEqualTo("Ada");
            assertThat(renamed.path("after").asText()).isEqualTo("Ada L.");
            assertThat(renamed.path("run").asLong()).isEqualTo(second);
            assertThat(renamed.path("mode").asText()).isEqualTo("full");
            assertThat(runs(bed, contact, "gained", "Tag")).hasSize(2).contains(second);
            assertThat(runs(bed, contact, "ended", "Tag")).containsExactly(third, last);
            assertThat(entry(bed, contact, "changed", "STATUS").path("after").asText())
                    .isEqualTo("0");
            assertThat(entry(bed, contact, "changed", "reason").path("after").asText())
                    .isEqualTo("archived or deleted");
            assertThat(entries(bed, contact, "created").get(0).path("run").asLong())
                    .isEqualTo(first);
        }
    }

    @Test
    void keepsNothingOfWhatChangesByMereUseNorOfAccountsThatAreNew() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW, database).start()) {
            String contact =
                    bed.sandbox().controls().createContact(Map.of("email", "bo@example.net", "last_seen_at", 1L));
            run(bed);
            assertThat(rows(bed, "account_history")).isZero();
            assertThat(rows(bed, "membership_changes")).isZero();
            assertThat(rows(bed, "account_changes")).isZero();
            bed.sandbox().controls().updateContact(contact, Map.of("last_seen_at", 1_700_000_000L));
            run(bed);

            assertThat(rows(bed, "account_history")).isZero();
            assertThat(rows(bed, "account_changes")).isZero();
        }
    }

    @BothDatabases
    void forgetsAnAccountThatIsGoneEverywhereAndNoOther(Database database) {
        try (TestBed bed = TestBed.of(FEW, database).start()) {
            var controls = bed.sandbox().controls();
            String contact = controls.createContact(Map.of("email", "ada@example.net", "name", "Ada"));
            run(bed);
            controls.updateContact(contact, Map.of("name", "Ada Lovelace"));
            run(bed);
            assertThatThrownBy(() -> records(bed).forget("contacts", contact))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("not gone");
            assertThatThrownBy(() -> records(bed).forget("contacts", "nobody")).isInstanceOf(Rejected.class);
            letter(bed, contact);
            controls.delete(contact);
            run(bed);

            records(bed).forget("contacts", contact);

            assertThat(everything(bed)).doesNotContain("Lovelace").doesNotContain("ada@example.net");
            assertThat(entries(bed, contact, "forgotten")).hasSize(1);
            assertThat(entry(bed, contact, "changed", "DISPLAYNAME")
                            .path("before")
                            .asText())
                    .isEmpty();
            assertThat(bed.served("contacts").gone()).contains(contact);
        }
    }

    @Test
    void forgetsByItselfWhoHasBeenGoneForLongAndHistoryThatIsOld() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW, database)
                        .with("forget.after-days", "30")
                        .with("history.keep-days", "60")
                        .start()) {
            var controls = bed.sandbox().controls();
            String old = controls.createContact(Map.of("email", "old@example.net", "name", "Olde"));
            String late = controls.createContact(Map.of("email", "late@example.net", "name", "Lately"));
            run(bed);
            controls.delete(old);
            controls.delete(late);
            run(bed);
            since(bed, old, Instant.now().minusSeconds(31 * 86_400L));

            bed.bridge().wiring().records().housekeeping().tidy();

            assertThat(everything(bed)).doesNotContain("Olde").contains("Lately");
            age(bed, Instant.now().minusSeconds(61 * 86_400L));
            bed.bridge().wiring().records().housekeeping().tidy();
            assertThat(rows(bed, "account_history")).isZero();
        }
    }

    private static long run(TestBed bed) {
        JsonNode report = bed.fullImport("contacts");
        assertThat(report.path("outcome").asText()).isEqualTo("complete");
        return report.path("run").asLong();
    }

    private static RecordsDesk records(TestBed bed) {
        return bed.bridge().wiring().records().desk();
    }

    private static List<JsonNode> entries(TestBed bed, String contact, String kind) {
        JsonNode entries = records(bed).history("contacts", contact).path("entries");
        return StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> kind.equals(entry.path("kind").asText()))
                .toList();
    }

    private static JsonNode entry(TestBed bed, String contact, String kind, String what) {
        return entries(bed, contact, kind).stream()
                .filter(entry -> what.equals(entry.path("what").asText()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> runs(TestBed bed, String contact, String kind, String what) {
        return entries(bed, contact, kind).stream()
                .filter(entry -> what.equals(entry.path("what").asText()))
                .map(entry -> entry.path("run").asLong())
                .toList();
    }

    private static long rows(TestBed bed, String table) {
        return bed.store().read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    private static void letter(TestBed bed, String contact) {
        bed.store()
                .inTransaction(handle -> handle.execute(
                        "insert into dead_letters (endpoint, kind, subject, run, reason, payload, created_at, state) values"
                                + " ('contacts', 'import', ?, 1, 'Ada Lovelace has no age', '{\"name\":\"Ada Lovelace\"}',"
                                + " current_timestamp, 'resolved')",
                        contact));
    }

    private static void since(TestBed bed, String contact, Instant time) {
        bed.store().inTransaction(handle -> handle.createUpdate(
                        "update accounts set changed_at = :time where account_id = :id")
                .bind("time", time)
                .bind("id", contact)
                .execute());
    }

    private static void age(TestBed bed, Instant time) {
        bed.store().inTransaction(handle -> handle.createUpdate("update account_history set changed_at = :time")
                .bind("time", time)
                .execute());
    }

    /** All texts in which a personal value could be. */
    private static String everything(TestBed bed) {
        return bed.store()
                .read(handle -> String.join(
                        "\n",
                        handle.createQuery(
                                        "select name from accounts union all select attributes from account_attributes"
                                                + " union all select changes from account_history"
                                                + " union all select coalesce(payload, '') || reason from dead_letters")
                                .mapTo(String.class)
                                .list()));
    }
}
