package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbsenceTest {
    private static final SandboxSettings FEW =
            SandboxSettings.defaults().withContacts(200).withCallsPerWindow(1_000_000);

    @BothDatabases
    void archivedDeletedAndMergedContactsAreInactiveWithTheirReasons(Database database) {
        try (TestBed bed = TestBed.of(FEW, database).start()) {
            bed.fullImport("contacts");
            List<String> ids = new ArrayList<>(bed.truth("contacts").accounts());
            var controls = bed.sandbox().controls();
            controls.archive(ids.get(10));
            controls.delete(ids.get(20));
            controls.merge(ids.get(30), ids.get(31));
            JsonNode report = bed.fullImport("contacts");
            SameAsIntercom.contacts(bed, report);
            assertThat(bed.served("contacts").gone()).containsExactly(ids.get(10), ids.get(20), ids.get(30));
            assertThat(reasons(bed))
                    .containsEntry(ids.get(10), "archived or deleted")
                    .containsEntry(ids.get(20), "archived or deleted")
                    .containsEntry(ids.get(30), "merged into " + ids.get(31));
            controls.unarchive(ids.get(10));
            SameAsIntercom.contacts(bed, bed.fullImport("contacts"));
            assertThat(reasons(bed)).doesNotContainKey(ids.get(10));
        }
    }

    @Test
    void countsTheMembershipsOfGoneContactsAsGone() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW, database).start()) {
            bed.fullImport("contacts");
            Served before = bed.served("contacts");
            bed.sandbox().controls().archive(before.active().first());
            JsonNode report = bed.fullImport("contacts");
            Served after = bed.served("contacts");
            assertThat(report.path("memberships").path("gone").asInt())
                    .isEqualTo(memberships(before) - memberships(after))
                    .isPositive();
        }
    }

    @BothDatabases
    void aCompanyIsGoneOnlyAfterIntercomSaysSo(Database database) {
        try (TestBed bed = TestBed.of(FEW, database).start()) {
            var controls = bed.sandbox().controls();
            String member = bed.truth("contacts").accounts().first();
            String emptied = controls.createCompany("emptied", "Emptied");
            String deleted = controls.createCompany("deleted", "Deleted");
            controls.attach(member, emptied);
            controls.attach(member, deleted);
            bed.fullImport("contacts");
            controls.detach(member, emptied);
            controls.deleteCompany(deleted);
            JsonNode report = bed.fullImport("contacts");
            SameAsIntercom.contacts(bed, report);
            var companies = bed.served("contacts").entitlements().get("Company");
            assertThat(companies.get(emptied).active()).isTrue();
            assertThat(companies.get(deleted).active()).isFalse();
            assertThat(report.path("entitlements").path("gone").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aTagIsGoneWhenItWasDeletedAndRenamedWhenItWasRenamed() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW, database).start()) {
            bed.fullImport("contacts");
            List<String> tags =
                    new ArrayList<>(bed.served("contacts").values("Tag").keySet());
            bed.sandbox().controls().deleteTag(tags.get(0));
            bed.sandbox().controls().renameTag(tags.get(1), "Quite another name");
            SameAsIntercom.contacts(bed, bed.fullImport("contacts"));
            var served = bed.served("contacts").entitlements().get("Tag");
            assertThat(served.get(tags.get(0)).active()).isFalse();
            assertThat(served.get(tags.get(1)).value()).isEqualTo("Quite another name");
        }
    }

    @BothDatabases
    void tooManyRemovalsHoldTheRunUntilItIsApprovedAndConfirmedOnceMore(Database database, @TempDir Path folder) {
        try (TestBed bed = bed(database, Connections.in(folder).contacts("accountThresholdValue", 2))) {
            bed.fullImport("contacts");
            Served before = bed.served("contacts");
            List<String> ids = new ArrayList<>(before.active());
            ids.subList(0, 5).forEach(bed.sandbox().controls()::archive);
            String created = bed.sandbox().controls().createContact(Map.of("role", "user", "external_id", "fresh"));
            long run = bed.begin("contacts", false);
            JsonNode held = bed.ended(run);
            assertThat(held.path("state").asText()).isEqualTo("held");
            assertThat(affected(held, "account", "gone")).containsExactlyInAnyOrderElementsOf(ids.subList(0, 5));
            assertThat(affected(held, "account", "created")).containsExactly(created);
            assertThat(bed.served("contacts").active()).isEqualTo(before.active());
            assertThat(bed.served("contacts").memberships()).isEqualTo(before.memberships());

            bed.sandbox().controls().unarchive(ids.get(3));
            JsonNode report = bed.approve(run);
            SameAsIntercom.contacts(bed, report);
            assertThat(bed.served("contacts").active()).contains(ids.get(3), created);
            assertThat(report.path("accounts").path("gone").asInt()).isEqualTo(4);
        }
    }

    @Test
    void aHeldRunCannotBeApprovedOnceANewerOneStartedWhichHoldsTheSameAgain(@TempDir Path folder) {
        try (Database database = new FileDatabase();
                TestBed bed = bed(database, Connections.in(folder).creations("accounts", "value", 3))) {
            bed.fullImport("contacts");
            Served before = bed.served("contacts");
            List<String> created = bed.sandbox().controls().createContacts(5);
            long first = bed.begin("contacts", false);
            assertThat(bed.ended(first).path("state").asText()).isEqualTo("held");
            long second = bed.begin("contacts", false);
            JsonNode again = bed.ended(second);
            assertThat(again.path("state").asText()).isEqualTo("held");
            assertThat(again.path("report").path("accounts").path("created").asInt())
                    .isEqualTo(5);
            assertThat(affected(again, "account", "created")).containsExactlyInAnyOrderElementsOf(created);
            assertThatThrownBy(() -> bed.bridge().wiring().desk().approve(Long.toString(first)))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("superseded");
            assertThat(bed.served("contacts").accounts().keySet())
                    .isEqualTo(before.accounts().keySet());
            SameAsIntercom.contacts(bed, bed.approve(second));
        }
    }

    @Test
    void tooManyNewMembershipsHoldTheRunAndNoneOfThemIsServed(@TempDir Path folder) {
        try (Database database = new FileDatabase();
                TestBed bed = bed(database, Connections.in(folder).creations("memberships.Tag", "value", 3))) {
            bed.fullImport("contacts");
            Served before = bed.served("contacts");
            var controls = bed.sandbox().controls();
            String tag = controls.createTag("handed out");
            new ArrayList<>(before.active()).subList(0, 8).forEach(contact -> controls.tag(contact, tag));
            long run = bed.begin("contacts", false);
            JsonNode held = bed.ended(run);
            assertThat(held.path("reason").asText()).contains("8 memberships.Tag are created");
            assertThat(affected(held, "membership of Tag", "created")).hasSize(8);
            assertThat(affected(held, "Tag", "created")).containsExactly(tag);
            assertThat(bed.served("contacts").held("Tag")).isEqualTo(before.held("Tag"));
            assertThat(bed.served("contacts").values("Tag")).isEqualTo(before.values("Tag"));
            SameAsIntercom.contacts(bed, bed.approve(run));
        }
    }

    @Test
    void whatASupersededRunEndedLastsOnceItIsSweptAndTheNextRunSeesItAgain(@TempDir Path folder) {
        try (Database database = new FileDatabase();
                TestBed bed = bed(database, Connections.in(folder).contacts("accountThresholdValue", 2))) {
            bed.fullImport("contacts");
            Served before = bed.served("contacts");
            List<String> ids = new ArrayList<>(before.active()).subList(0, 5);
            ids.forEach(bed.sandbox().controls()::archive);
            assertThat(bed.fullImport("contacts").path("outcome").asText()).isEqualTo("held");
            ids.forEach(bed.sandbox().controls()::unarchive);
            SameAsIntercom.contacts(bed, bed.fullImport("contacts"));
            assertThat(bed.served("contacts").memberships()).isEqualTo(before.memberships());
            assertThat(bed.store().<Integer>read(handle -> handle.createQuery(
                                    "select count(*) from runs where state = 'superseded' and swept = true")
                            .mapTo(Integer.class)
                            .one()))
                    .isEqualTo(1);
        }
    }

    private static TestBed bed(Database database, Connections connections) {
        return TestBed.of(FEW, database)
                .with("connections.folder", connections.folder().toString())
                .start();
    }

    private static List<String> affected(JsonNode progress, String kind, String change) {
        return StreamSupport.stream(progress.path("affected").spliterator(), false)
                .filter(one -> one.path("kind").asText().equals(kind)
                        && one.path("change").asText().equals(change))
                .map(one -> one.path("id").asText())
                .toList();
    }

    private static Map<String, String> reasons(TestBed bed) {
        return bed.store().read(handle -> handle.createQuery(
                        "select account_id, gone_reason from accounts where gone_reason is not null")
                .collectRows(java.util.stream.Collectors.toMap(
                        row -> row.getColumn("account_id", String.class),
                        row -> row.getColumn("gone_reason", String.class))));
    }

    private static int memberships(Served served) {
        return served.memberships().values().stream().mapToInt(TreeSet::size).sum();
    }
}
