package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import io.eicbridge.store.PostgresDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an incremental import reads of contacts, each change once; the sandbox's time stands still until a test moves it. */
class IncrementalImportTest {
    private static final Instant NOON = Instant.parse("2026-11-24T20:00:00Z");
    private static final Pattern NAME = Pattern.compile("\"DISPLAYNAME\":\"([^\"]*)\"");
    private static final Pattern LOGIN = Pattern.compile("\"LASTLOGONDATE\":\"([^\"]*)\"");
    private static final SandboxSettings FEW = SandboxSettings.defaults()
            .withContacts(60)
            .withCallsPerWindow(1_000_000)
            .withClock(Clock.fixed(NOON, ZoneOffset.UTC));

    @BothDatabases
    void importsWhatChangedOnceAndARepeatedRunEmitsNothing(Database database) {
        try (TestBed bed = TestBed.of(FEW, database).start()) {
            bed.fullImport("contacts");
            var controls = bed.sandbox().controls();
            List<String> ids = new ArrayList<>(bed.truth("contacts").accounts());
            after(bed, Duration.ofMinutes(30));
            controls.updateContact(ids.get(3), Map.of("name", "Changed Once"));
            String fresh = controls.createContact(Map.of("role", "user", "external_id", "fresh"));
            controls.attach(fresh, controls.createCompany("new", "Founded Today"));
            JsonNode report = bed.incremental("contacts");
            assertThat(counts(report)).isEqualTo("incremental: 1 created, 1 changed");
            SameAsIntercom.contacts(bed, report);
            assertThat(bed.served("contacts").values("Company")).containsValue("Founded Today");

            Map<String, Long> before = changedIn(bed);
            JsonNode again = bed.incremental("contacts");
            assertThat(counts(again)).isEqualTo("incremental: 0 created, 0 changed");
            assertThat(again.path("read").asInt()).isEqualTo(2);
            assertThat(again.path("memberships").path("created").asInt()).isZero();
            assertThat(again.path("memberships").path("gone").asInt()).isZero();
            assertThat(changedIn(bed)).isEqualTo(before);
        }
    }

    @BothDatabases
    void findsAContactThatBecameSearchableAfterAnotherMovedTheMark(Database database) {
        try (TestBed bed =
                TestBed.of(FEW.withIndexLag(Duration.ofMinutes(5)), database).start()) {
            bed.fullImport("contacts");
            var controls = bed.sandbox().controls();
            String other = bed.truth("contacts").accounts().first();
            after(bed, Duration.ofMinutes(19));
            controls.updateContact(other, Map.of("name", "Moves The Mark"));
            after(bed, Duration.ofMinutes(20));
            String late = controls.createContact(Map.of("role", "lead", "name", "Late"));
            after(bed, Duration.ofMinutes(24));
            assertThat(counts(bed.incremental("contacts"))).isEqualTo("incremental: 0 created, 1 changed");
            assertThat(bed.served("contacts").active()).doesNotContain(late);
            after(bed, Duration.ofMinutes(26));
            JsonNode report = bed.incremental("contacts");
            assertThat(counts(report)).isEqualTo("incremental: 1 created, 0 changed");
            SameAsIntercom.contacts(bed, report);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2.16,Pacific/Auckland",
        "2.17,Pacific/Auckland",
        "2.16,America/Los_Angeles",
        "2.17,America/Los_Angeles",
        "2.16,Asia/Kolkata",
        "2.17,Asia/Kolkata"
    })
    void findsUpdatesAroundMidnightInAWorkspaceFarFromUtc(String version, String zone) {
        try (Database database = new FileDatabase()) {
            findsUpdatesAroundMidnight(database, version, zone);
        }
    }

    @ParameterizedTest
    @CsvSource({"2.16,Pacific/Auckland", "2.17,America/Los_Angeles"})
    void findsUpdatesAroundMidnightInPostgresqlToo(String version, String zone) {
        try (Database database = new PostgresDatabase()) {
            findsUpdatesAroundMidnight(database, version, zone);
        }
    }

    private static void findsUpdatesAroundMidnight(Database database, String version, String zone) {
        Instant evening = LocalDateTime.parse("2026-11-24T23:58:00")
                .atZone(ZoneId.of(zone))
                .toInstant();
        SandboxSettings settings =
                FEW.withWorkspaceZone(ZoneId.of(zone)).withClock(Clock.fixed(evening, ZoneOffset.UTC));
        try (TestBed bed = TestBed.of(settings, database)
                .with("intercom.api-version", version)
                .start()) {
            bed.fullImport("contacts");
            List<String> ids = new ArrayList<>(bed.truth("contacts").accounts());
            for (int second = 118; second <= 121; second++) {
                after(bed, Duration.ofSeconds(second));
                bed.sandbox().controls().updateContact(ids.get(second - 118), Map.of("name", "At " + second));
            }
            after(bed, Duration.ofMinutes(7));
            assertThat(counts(bed.incremental("contacts"))).isEqualTo("incremental: 0 created, 4 changed");
            assertThat(name(bed, ids.get(2))).isEqualTo("At 120");
            after(bed, Duration.ofHours(25));
            bed.sandbox().controls().updateContact(ids.get(9), Map.of("name", "Next Night"));
            assertThat(counts(bed.incremental("contacts"))).isEqualTo("incremental: 0 created, 1 changed");
        }
    }

    @ParameterizedTest
    @CsvSource({"2.16", "2.17"})
    void readsOnlyThePagesOfTheDaysTouchedAndNotOneMoreThanChanged(String version) {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW.withContacts(500), database)
                        .with("intercom.api-version", version)
                        .start()) {
            bed.fullImport("contacts");
            List<String> ids = new ArrayList<>(bed.truth("contacts").accounts());
            ids.subList(0, 320).forEach(id -> bed.sandbox().controls().updateContact(id, Map.of("name", "Morning")));
            after(bed, Duration.ofMinutes(30));
            bed.incremental("contacts");
            after(bed, Duration.ofHours(1));
            ids.subList(0, 20).forEach(id -> bed.sandbox().controls().updateContact(id, Map.of("name", "Noon")));
            long run = bed.begin("contacts", "incremental", false);
            assertThat(counts(bed.ended(run).path("report"))).isEqualTo("incremental: 0 created, 20 changed");
            assertThat(pages(bed, run)).isEqualTo(1);
        }
    }

    @Test
    void losesNobodyWhileContactsAreUpdatedDuringTheReading() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW.withContacts(500), database).start()) {
            bed.fullImport("contacts");
            var controls = bed.sandbox().controls();
            List<String> ids = new ArrayList<>(bed.truth("contacts").accounts());
            for (int at = 0; at < 400; at++) {
                after(bed, Duration.ofMinutes(20).plusSeconds(at));
                controls.updateContact(ids.get(at), Map.of("name", "Before " + at));
            }
            bed.sandbox()
                    .faults()
                    .add(Fault.of(FaultKind.SLOW)
                            .on("/contacts/search")
                            .after(1)
                            .times(1)
                            .withDelay(Duration.ofMillis(600)));
            long run = bed.begin("contacts", "incremental", false);
            bed.untilAnswered("POST", "/contacts/search", 200);
            after(bed, Duration.ofMinutes(30));
            controls.updateContact(ids.get(30), Map.of("name", "Unread, To The Front"));
            controls.updateContact(ids.get(390), Map.of("name", "Read, To The Front"));
            controls.archive(ids.get(395));
            bed.ended(run);
            bed.incremental("contacts");
            Served served = bed.served("contacts");
            assertThat(text(served, ids.get(30))).isEqualTo("Unread, To The Front");
            assertThat(text(served, ids.get(390))).isEqualTo("Read, To The Front");
            for (int at = 0; at < 400; at++) {
                String name = text(served, ids.get(at));
                assertThat(name.equals("Before " + at) || name.endsWith("To The Front") || at == 395)
                        .as(name)
                        .isTrue();
            }
        }
    }

    @BothDatabases
    void readsAContactOfTheSameSecondAsTheMark(Database database) {
        try (TestBed bed =
                TestBed.of(FEW.withIndexLag(Duration.ofMinutes(12)), database).start()) {
            bed.fullImport("contacts");
            String contact = bed.truth("contacts").accounts().last();
            after(bed, Duration.ofHours(1));
            bed.sandbox().controls().updateContact(contact, Map.of("name", "On The Second"));
            after(bed, Duration.ofMinutes(70));
            assertThat(counts(bed.incremental("contacts"))).isEqualTo("incremental: 0 created, 0 changed");
            after(bed, Duration.ofMinutes(73));
            assertThat(counts(bed.incremental("contacts"))).isEqualTo("incremental: 0 created, 1 changed");
            assertThat(counts(bed.incremental("contacts"))).isEqualTo("incremental: 0 created, 0 changed");
            assertThat(name(bed, contact)).isEqualTo("On The Second");
        }
    }

    @Test
    void readsTeammatesByTwoListsAndMarksNobodyGone() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW.withContacts(0), database).start()) {
            bed.fullImport("teammates");
            var controls = bed.sandbox().controls();
            String removed = bed.truth("teammates").accounts().last();
            String promoted = bed.truth("teammates").accounts().first();
            controls.removeAdmin(removed);
            controls.changeTeams(promoted, List.of(814_870));
            String fresh = controls.addAdmin("New One", "new.one@example.com");
            JsonNode report = bed.incremental("teammates");
            assertThat(counts(report)).isEqualTo("incremental: 1 created, 1 changed");
            assertThat(bed.sandbox().traffic().answers("GET", "/admins", 200)).isEqualTo(1);
            assertThat(bed.sandbox().traffic().answers("GET", "/teams", 200)).isEqualTo(1);
            Served served = bed.served("teammates");
            assertThat(served.active()).contains(removed, fresh);
            assertThat(served.held("Team")).contains(promoted + " 814870");
            SameAsIntercom.teammates(bed, bed.fullImport("teammates"));
        }
    }

    @Test
    void learnsTheLastLoginOfTeammatesWhereTheTokenMayReadTheLog() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW.withContacts(0), database).start()) {
            var controls = bed.sandbox().controls();
            String first = bed.truth("teammates").accounts().first();
            String last = bed.truth("teammates").accounts().last();
            controls.login(first);
            bed.fullImport("teammates");
            assertThat(login(bed, first)).isEqualTo("2026-11-24 20:00:00");
            assertThat(login(bed, last)).isEmpty();
            after(bed, Duration.ofMinutes(40));
            controls.login(last);
            assertThat(counts(bed.incremental("teammates"))).isEqualTo("incremental: 0 created, 0 changed");
            assertThat(login(bed, first)).isEqualTo("2026-11-24 20:00:00");
            assertThat(login(bed, last)).isEqualTo("2026-11-24 20:40:00");
            bed.sandbox().scopes().revoke("read_admin_activity_logs");
            assertThat(counts(bed.incremental("teammates"))).isEqualTo("incremental: 0 created, 0 changed");
            assertThat(login(bed, last)).isEqualTo("2026-11-24 20:40:00");
        }
    }

    private static String login(TestBed bed, String teammate) {
        Matcher login =
                LOGIN.matcher(bed.served("teammates").accounts().get(teammate).attributes());
        return login.find() ? login.group(1) : "";
    }

    private static void after(TestBed bed, Duration time) {
        bed.sandbox().controls().clockOffset(time);
    }

    private static String name(TestBed bed, String contact) {
        return text(bed.served("contacts"), contact);
    }

    private static String text(Served served, String contact) {
        Matcher name = NAME.matcher(served.accounts().get(contact).attributes());
        assertThat(name.find()).isTrue();
        return name.group(1);
    }

    private static String counts(JsonNode report) {
        assertThat(report.path("outcome").asText()).as(report.toString()).isEqualTo("complete");
        JsonNode accounts = report.path("accounts");
        return report.path("mode").asText() + ": " + accounts.path("created").asInt() + " created, "
                + accounts.path("changed").asInt() + " changed";
    }

    private static int pages(TestBed bed, long run) {
        return bed.store()
                .read(handle -> handle.createQuery("select pages from slices where run = :run and phase = 'accounts'")
                        .bind("run", run)
                        .mapTo(Integer.class)
                        .one());
    }

    private static Map<String, Long> changedIn(TestBed bed) {
        return bed.store().read(handle -> handle.createQuery("select account_id, changed_run from accounts")
                .reduceRows(new TreeMap<String, Long>(), (all, row) -> {
                    all.put(row.getColumn(1, String.class), row.getColumn(2, Long.class));
                    return all;
                }));
    }
}
