package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.directory.EntitlementRecord;
import io.eicbridge.directory.Entitlements;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TeammateImportTest {
    private static final SandboxSettings TEAM =
            SandboxSettings.defaults().withContacts(0).withCallsPerWindow(1_000_000);

    @BothDatabases
    void storesEveryTeammateTeamRoleAndSeat(Database database) {
        try (TestBed bed = TestBed.of(TEAM, database).start()) {
            JsonNode report = bed.fullImport("teammates");
            SameAsIntercom.teammates(bed, report);
            Served served = bed.served("teammates");
            assertThat(served.values("Team")).hasSize(6).containsValue("Nobody yet");
            assertThat(served.values("Seat")).containsOnlyKeys("inbox");
            assertThat(report.path("entitlements").path("created").asInt())
                    .isEqualTo(6 + 1 + served.values("Role").size());
            String some = bed.truth("teammates").accounts().first();
            assertThat(served.name(some))
                    .isEqualTo(
                            bed.truth("teammates").account(some).path("email").asText());
        }
    }

    @BothDatabases
    void keepsATeammateWhoWasRemovedAsInactiveAndARoleThatNobodyHasAnyMore(Database database) {
        try (TestBed bed = TestBed.of(TEAM, database).start()) {
            bed.fullImport("teammates");
            var controls = bed.sandbox().controls();
            String removed = bed.truth("teammates").accounts().last();
            controls.removeAdmin(removed);
            String fresh = controls.addAdmin("New One", "New.One@Example.com");
            String owner = bed.truth("teammates").accounts().first();
            controls.changeRole(owner, "");
            controls.changeSeat(owner, false);
            controls.changeTeams(owner, List.of(814_870));
            var roles = bed.served("teammates").values("Role");
            bed.sandbox().traffic().reset();
            JsonNode report = bed.fullImport("teammates");
            assertThat(bed.sandbox().traffic().answers("GET", "/admins/{id}", 404))
                    .isEqualTo(1);
            SameAsIntercom.teammates(bed, report);
            Served served = bed.served("teammates");
            assertThat(served.gone()).containsExactly(removed);
            assertThat(served.name(fresh)).isEqualTo("new.one@example.com");
            assertThat(served.values("Role")).isEqualTo(roles);
            assertThat(report.path("accounts").path("gone").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aListWithoutTheTokensOwnTeammateMakesTheRunIncompleteAndMarksNobody() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(TEAM, database).start()) {
            bed.fullImport("teammates");
            Served before = bed.served("teammates");
            String self = bed.truth("teammates").accounts().first();
            bed.sandbox()
                    .faults()
                    .add(Fault.of(FaultKind.SLOW).on("/data_attributes").withDelay(Duration.ofSeconds(1)));
            for (boolean dry : List.of(true, false)) {
                long run = bed.begin("teammates", dry);
                bed.untilAnswered("GET", "/me", 200);
                bed.sandbox().controls().removeAdmin(self);
                JsonNode report = bed.ended(run).path("report");
                assertThat(report.path("outcome").asText()).isEqualTo("incomplete");
                assertThat(report.path("reason").asText()).contains("lacks the one whose token this is");
                assertThat(report.path("accounts").path("gone").asInt()).isZero();
                assertThat(bed.served("teammates")).isEqualTo(before);
                bed.sandbox().controls().reset();
                bed.sandbox().traffic().reset();
            }
        }
    }

    @Test
    void aTeamIsInactiveAfterIntercomSaysThatItDoesNotExist() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(TEAM, database).start()) {
            long first = bed.fullImport("teammates").path("run").asLong();
            var dissolved = new EntitlementRecord("999", "Dissolved", new TreeMap<>());
            bed.store().inTransaction(handle -> new Entitlements()
                    .storePage(handle, "teammates", "Team", first, Instant.EPOCH, List.of(dissolved)));
            JsonNode report = bed.fullImport("teammates");
            assertThat(bed.sandbox().traffic().answers("GET", "/teams/{id}", 404))
                    .isEqualTo(1);
            assertThat(report.path("entitlements").path("gone").asInt()).isEqualTo(1);
            assertThat(bed.served("teammates")
                            .entitlements()
                            .get("Team")
                            .get("999")
                            .active())
                    .isFalse();
        }
    }
}
