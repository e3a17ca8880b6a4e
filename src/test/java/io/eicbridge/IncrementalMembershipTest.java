package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.sandbox.workspace.Controls;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What incremental imports see of memberships, which do not touch the time of a contact's update. */
class IncrementalMembershipTest {
    private static final Instant NOON = Instant.parse("2026-11-24T20:00:00Z");
    private static final SandboxSettings SOME = SandboxSettings.defaults()
            .withContacts(300)
            .withCallsPerWindow(1_000_000)
            .withClock(Clock.fixed(NOON, ZoneOffset.UTC));

    @BothDatabases
    void readsTheMembersOfATagOrSegmentAgainWhoseCountMoved(Database database) {
        try (TestBed bed = TestBed.of(SOME, database).start()) {
            bed.fullImport("contacts");
            Controls controls = bed.sandbox().controls();
            Held untagged = held(bed, "Tag", 0);
            controls.untag(untagged.contact(), untagged.entitlement());
            String tagged = controls.createTag("fresh");
            controls.tag(bed.truth("contacts").accounts().last(), tagged);
            Held out = held(bed, "Segment", 0);
            controls.overrideSegments(out.contact(), Set.of());
            after(bed, Duration.ofMinutes(15));
            JsonNode report = bed.incremental("contacts");
            SameAsIntercom.contacts(bed, report);
            assertThat(report.path("memberships").path("created").asInt()).isEqualTo(1);
            assertThat(report.path("memberships").path("gone").asInt()).isGreaterThan(1);
            assertThat(bed.served("contacts").held("Tag")).noneMatch(untagged.toString()::equals);

            after(bed, Duration.ofMinutes(30));
            bed.sandbox().traffic().reset();
            assertThat(bed.incremental("contacts")
                            .path("memberships")
                            .path("gone")
                            .asInt())
                    .isZero();
            int segments = bed.served("contacts").values("Segment").size();
            int tags = bed.served("contacts").values("Tag").size();
            assertThat(bed.sandbox().traffic().answers("POST", "/contacts/search", 200))
                    .as("the search for changes, and a count of each tag; segments are counted by their list")
                    .isLessThanOrEqualTo(1 + tags)
                    .isGreaterThan(segments);
        }
    }

    @BothDatabases
    void readsEveryTagAndSegmentWithinADayWhereTheCountStayedTheSame(Database database) {
        try (TestBed bed = TestBed.of(SOME, database).start()) {
            bed.fullImport("contacts");
            Controls controls = bed.sandbox().controls();
            Held from = held(bed, "Tag", 0);
            String to = bed.truth("contacts").accounts().stream()
                    .filter(id -> !bed.served("contacts").held("Tag").contains(id + " " + from.entitlement()))
                    .findFirst()
                    .orElseThrow();
            controls.untag(from.contact(), from.entitlement());
            controls.tag(to, from.entitlement());
            after(bed, Duration.ofMinutes(15));
            bed.incremental("contacts");
            assertThat(bed.served("contacts").held("Tag"))
                    .as("the count is the same")
                    .contains(from.toString());
            for (int hour = 1; hour <= 23; hour++) {
                after(bed, Duration.ofHours(hour));
                bed.incremental("contacts");
            }
            after(bed, Duration.ofHours(24).minusMinutes(1));
            JsonNode report = bed.incremental("contacts");
            SameAsIntercom.contacts(bed, report);
            assertThat(bed.served("contacts").held("Tag"))
                    .contains(to + " " + from.entitlement())
                    .doesNotContain(from.toString());
        }
    }

    @Test
    void endsNoMembershipWhereTheMembersWereNotReadToTheirEnd() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME, database).start()) {
            bed.fullImport("contacts");
            Controls controls = bed.sandbox().controls();
            List<Held> many = bed.served("contacts").held("Segment").stream()
                    .map(Held::of)
                    .limit(3)
                    .toList();
            many.forEach(one -> controls.overrideSegments(one.contact(), Set.of()));
            int before = bed.served("contacts").held("Segment").size();
            bed.sandbox().faults().add(Fault.of(FaultKind.ENDS_EARLY).on("/contacts/search"));
            after(bed, Duration.ofMinutes(15));
            bed.incremental("contacts");
            assertThat(bed.served("contacts").held("Segment").size())
                    .as("only segments of one page may lose members")
                    .isGreaterThan(before - 20);
            bed.sandbox().faults().clear();
            after(bed, Duration.ofMinutes(30));
            SameAsIntercom.contacts(bed, bed.incremental("contacts"));
        }
    }

    @BothDatabases
    void readsOneByOneWhomTheSearchToldTooLate(Database database) {
        try (TestBed bed =
                TestBed.of(SOME.withIndexLag(Duration.ofMinutes(30)), database).start()) {
            bed.fullImport("contacts");
            Controls controls = bed.sandbox().controls();
            String tag = held(bed, "Tag", 0).entitlement();
            after(bed, Duration.ofMinutes(20));
            String late = controls.createContact(Map.of("role", "user", "name", "Late"));
            controls.tag(late, tag);
            for (int minute : new int[] {24, 34, 44}) {
                after(bed, Duration.ofMinutes(minute));
                bed.incremental("contacts");
                assertThat(bed.served("contacts").active()).doesNotContain(late);
            }
            after(bed, Duration.ofMinutes(55));
            JsonNode report = bed.incremental("contacts");
            assertThat(report.path("accounts").path("missed").asInt()).isEqualTo(1);
            SameAsIntercom.contacts(bed, report);
        }
    }

    @Test
    void bringsIntoScopeWhomATagBringsAndReadsNobodyElse() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME, database)
                        .with("contacts.filter", "tag=VIP")
                        .start()) {
            bed.fullImport("contacts");
            Controls controls = bed.sandbox().controls();
            String vip = controls.createTag("VIP");
            String outside = bed.truth("contacts").accounts().stream()
                    .filter(id -> !bed.served("contacts").active().contains(id))
                    .findFirst()
                    .orElseThrow();
            String changed = bed.truth("contacts").accounts().stream()
                    .filter(id -> !bed.served("contacts").active().contains(id))
                    .skip(1)
                    .findFirst()
                    .orElseThrow();
            after(bed, Duration.ofMinutes(30));
            controls.updateContact(changed, Map.of("name", "Out Of Scope"));
            controls.tag(outside, vip);
            JsonNode report = bed.incremental("contacts");
            assertThat(report.path("outcome").asText()).isEqualTo("complete");
            assertThat(bed.served("contacts").active()).contains(outside).doesNotContain(changed);
        }
    }

    @Test
    void aTagThatAChangedContactBroughtInTheSameRunIsProvenAndLosesItsMember() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME, database).start()) {
            bed.fullImport("contacts");
            Controls controls = bed.sandbox().controls();
            Held untagged = held(bed, "Tag", 0);
            List<String> others = bed.truth("contacts").accounts().stream()
                    .filter(id -> !bed.served("contacts").held("Tag").contains(id + " " + untagged.entitlement()))
                    .limit(2)
                    .toList();
            after(bed, Duration.ofMinutes(15));
            controls.untag(untagged.contact(), untagged.entitlement());
            others.forEach(id -> controls.tag(id, untagged.entitlement()));
            others.forEach(id -> controls.updateContact(id, Map.of("name", "Changed and tagged")));
            SameAsIntercom.contacts(bed, bed.incremental("contacts"));
            assertThat(bed.served("contacts").held("Tag")).noneMatch(untagged.toString()::equals);

            bed.sandbox().traffic().reset();
            bed.incremental("contacts");
            assertThat(bed.sandbox().traffic().answers("POST", "/contacts/search", 200))
                    .as("the search for changes and a count of each tag, and no tag is read again")
                    .isEqualTo(1 + bed.served("contacts").values("Tag").size());
        }
    }

    @Test
    void everyTagIsCountedInItsTurnThoughARunCountsAHundredAndFullImportsComeBetween() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME, database).start()) {
            Controls controls = bed.sandbox().controls();
            String contact = bed.truth("contacts").accounts().first();
            bed.fullImport("contacts");
            int tags = 110 + bed.served("contacts").values("Tag").size();
            for (int nth = 0; nth < 110; nth++) {
                controls.tag(contact, controls.createTag("one of many " + nth));
            }
            for (int day = 1; day <= 2; day++) {
                after(bed, Duration.ofHours(24L * day));
                bed.fullImport("contacts");
                after(bed, Duration.ofHours(24L * day + 1));
                bed.incremental("contacts");
            }
            assertThat(tags).isBetween(101, 200);
            assertThat(counted(bed)).isEqualTo(tags);
        }
    }

    private static int counted(TestBed bed) {
        return bed.store().read(handle -> handle.createQuery(
                        "select count(*) from member_readings where type = 'Tag' and counted_at > :epoch")
                .bind("epoch", Instant.EPOCH)
                .mapTo(Integer.class)
                .one());
    }

    private record Held(String contact, String entitlement) {
        static Held of(String held) {
            return new Held(held.split(" ")[0], held.split(" ")[1]);
        }

        @Override
        public String toString() {
            return contact + " " + entitlement;
        }
    }

    private static Held held(TestBed bed, String type, int skipped) {
        return bed.served("contacts").held(type).stream()
                .skip(skipped)
                .map(Held::of)
                .findFirst()
                .orElseThrow();
    }

    private static void after(TestBed bed, Duration time) {
        bed.sandbox().controls().clockOffset(time);
    }
}
