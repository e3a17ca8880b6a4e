package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.workspace.Controls;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Intercom told of a contact by its id is not undone by its search, which knows it five minutes later. */
class LaggingSearchTest {
    private static final Instant NOON = Instant.parse("2026-11-24T20:00:00Z");
    private static final SandboxSettings LATE = SandboxSettings.defaults()
            .withContacts(60)
            .withCallsPerWindow(1_000_000)
            .withIndexLag(Duration.ofMinutes(5))
            .withClock(Clock.fixed(NOON, ZoneOffset.UTC));

    @BothDatabases
    void aTagThatAContactToldItselfNeitherEndsNorBeginsWhereTheSearchIsBehind(Database database) {
        try (TestBed bed = TestBed.of(LATE, database).start()) {
            bed.fullImport("contacts");
            Controls controls = bed.sandbox().controls();
            List<String> ids = new ArrayList<>(bed.truth("contacts").accounts());
            String tag = controls.createTag("late");
            controls.tag(ids.get(1), tag);
            controls.tag(ids.get(2), tag);
            after(bed, 15);
            bed.incremental("contacts");
            controls.tag(ids.get(3), tag);
            after(bed, 30);
            controls.tag(ids.get(0), tag);
            controls.untag(ids.get(1), tag);
            bed.one(ids.get(0));
            bed.one(ids.get(1));
            after(bed, 31);
            assertThat(memberships(bed.incremental("contacts"))).isEqualTo("1 created, 0 gone");
            SameAsIntercom.heldAsInIntercom(bed);
            after(bed, 40);
            assertThat(memberships(bed.incremental("contacts"))).isEqualTo("0 created, 0 gone");
            SameAsIntercom.heldAsInIntercom(bed);

            controls.untag(ids.get(2), tag);
            controls.tag(ids.get(4), tag);
            after(bed, 44);
            bed.one(ids.get(2));
            controls.tag(ids.get(2), tag);
            after(bed, 50);
            bed.incremental("contacts");
            assertThat(bed.served("contacts").held("Tag"))
                    .as("the notification of its second tagging was lost")
                    .doesNotContain(ids.get(2) + " " + tag);
            after(bed, 60);
            SameAsIntercom.contacts(bed, bed.incremental("contacts"));
        }
    }

    @BothDatabases
    void anOlderVersionOfAContactDoesNotReplaceANewerOne(Database database) {
        try (TestBed bed = TestBed.of(LATE, database).start()) {
            bed.fullImport("contacts");
            Controls controls = bed.sandbox().controls();
            List<String> ids = new ArrayList<>(bed.truth("contacts").accounts());
            after(bed, 20);
            ids.subList(0, 4).forEach(id -> controls.updateContact(id, Map.of("name", "First")));
            String tag = controls.createTag("with the second");
            after(bed, 30);
            controls.updateContact(ids.get(0), Map.of("name", "Second"));
            controls.tag(ids.get(0), tag);
            controls.tag(ids.get(1), tag);
            controls.archive(ids.get(2));
            ids.subList(0, 3).forEach(bed::one);
            after(bed, 31);
            JsonNode report = bed.incremental("contacts");
            assertThat(report.path("accounts").path("changed").asInt())
                    .as("only the one that nobody asked for")
                    .isEqualTo(1);
            assertThat(report.path("accounts").path("reactivated").asInt()).isZero();
            assertThat(memberships(report)).isEqualTo("0 created, 0 gone");
            SameAsIntercom.contacts(bed, report);

            controls.updateContact(ids.get(0), Map.of("name", "Third"));
            after(bed, 37);
            SameAsIntercom.contacts(bed, bed.incremental("contacts"));
        }
    }

    private static String memberships(JsonNode report) {
        JsonNode counts = report.path("memberships");
        return counts.path("created") + " created, " + counts.path("gone") + " gone";
    }

    private static void after(TestBed bed, int minutes) {
        bed.sandbox().controls().clockOffset(Duration.ofMinutes(minutes));
    }
}
