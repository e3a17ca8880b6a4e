package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.sandbox.workspace.Features;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Teammates by SCIM and teams by the Preview API: one bed is shared, each test has teammates of its own. */
class TeammateProvisioningTest {
    private static final int BILLING = 814_868;
    private static final int NOBODY_YET = 814_870;
    private static ProvisioningBed bed;

    @BeforeAll
    static void start() {
        bed = ProvisioningBed.start(sandbox -> Map.of(
                "intercom.scim-url", sandbox + "/scim/v2",
                "intercom.scim-token", ProvisioningBed.SCIM_TOKEN,
                "intercom.preview", "true",
                "teammates.disable", "delete",
                "teammates.role-groups", "Support Agent=Support Agent,Support Lead=No such group"));
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @BeforeEach
    void allowEverything() {
        bed.sandbox().features().set(Features.TEAM_WRITES, true);
        bed.sandbox().features().set(Features.INSTANT_JOIN, true);
        bed.sandbox().effects().reset();
        // what paused in the test before is probed by the next request
        bed.pass(Duration.ofMinutes(2));
    }

    @AfterEach
    void withoutFaults() {
        bed.sandbox().faults().clear();
    }

    private static ProvisioningRequest succeeded(NewRequest asked) {
        ProvisioningRequest request = bed.carriedOut(asked);
        assertThat(request.state()).as(request.reason()).isEqualTo(RequestState.SUCCEEDED);
        return request;
    }

    private static ProvisioningRequest access(Operation operation, String teammate, String type, String value) {
        return bed.carriedOut(ProvisioningBed.asked(operation, teammate, type, value));
    }

    private static String teammate(String name) {
        return bed.sandbox().controls().addAdmin(name, name.toLowerCase(Locale.ROOT) + "@example.com");
    }

    private static List<String> members(int team) {
        List<String> members = new ArrayList<>();
        bed.intercom("/teams/" + team).path("admin_ids").forEach(id -> members.add(id.asText()));
        return members;
    }

    private static int effects(String kind) {
        return bed.sandbox().effects().of(kind);
    }

    @Test
    void createsATeammateByScimAndTellsTheId() {
        ProvisioningRequest request = succeeded(ProvisioningBed.creation("Ada@example.com"));

        JsonNode admin = bed.intercom("/admins/" + request.accountId());
        assertThat(admin.path("email").asText()).isEqualTo("Ada@example.com");
        assertThat(effects("teammate_created")).isEqualTo(1);
        assertThat(bed.tickets(request)).isEmpty();
    }

    @Test
    void whoIsInvitedAndHasNotJoinedIsCreatedAndHasNoIdYet() {
        bed.sandbox().features().set(Features.INSTANT_JOIN, false);

        ProvisioningRequest request = succeeded(ProvisioningBed.creation("slow@example.com"));

        assertThat(request.accountId()).isNull();
        assertThat(request.message()).contains("invited");
        assertThat(succeeded(ProvisioningBed.asked(Operation.REMOVE, "slow@example.com", null, null))
                        .message())
                .contains("SCIM");
        assertThat(effects("teammate_deleted")).isEqualTo(1);
    }

    @Test
    void aCreationWhoseAnswerIsLostCreatesOneTeammate() {
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.DONE_DROPPED)
                        .on("/scim/v2/Users")
                        .after(1)
                        .times(1));

        ProvisioningRequest request = succeeded(ProvisioningBed.creation("once@example.com"));

        assertThat(request.accountId()).isNotBlank();
        assertThat(effects("teammate_created")).isEqualTo(1);
        assertThat(bed.sandbox().traffic().answers("POST", "/scim/v2/Users", 409))
                .isPositive();
    }

    @Test
    void adoptsATeammateWhoIsThereInAnyCaseOfLetters() {
        String there = teammate("There");

        ProvisioningRequest request = succeeded(ProvisioningBed.creation("THERE@example.com"));

        assertThat(request.accountId()).isEqualTo(there);
        assertThat(effects("teammate_created")).isZero();
    }

    @Test
    void noneOfThoseWhoArePutIntoATeamAtTheSameTimeIsLost() {
        List<String> newcomers = IntStream.range(0, 6)
                .mapToObj(nth -> teammate("Newcomer" + nth))
                .toList();

        List<CompletableFuture<ProvisioningRequest>> all = newcomers.stream()
                .map(id -> CompletableFuture.supplyAsync(
                        () -> access(Operation.ADD_ACCESS, id, "Team", String.valueOf(BILLING))))
                .toList();

        assertThat(all).allMatch(one -> one.join().state() == RequestState.SUCCEEDED);
        assertThat(members(BILLING)).containsAll(newcomers);
    }

    @Test
    void changesATeammateByScim() {
        String id = teammate("Before");
        NewRequest asked = ProvisioningBed.asked(Operation.UPDATE, id, null, null);
        asked.bindings().putObject("user").put("firstname", "After").put("lastname", "Change");

        succeeded(asked);

        assertThat(bed.intercom("/admins/" + id).path("name").asText()).isEqualTo("After Change");
        assertThat(bed.intercom("/admins/" + id).path("email").asText()).isEqualTo("before@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DISABLE", "REMOVE"})
    void deletesATeammateByScimOnce(Operation operation) {
        String id = teammate("Leaver" + operation);

        succeeded(ProvisioningBed.asked(operation, id, null, null));
        ProvisioningRequest again = succeeded(ProvisioningBed.asked(operation, id, null, null));

        assertThat(bed.intercom("/admins/" + id).at("/errors/0/code").asText()).isEqualTo("admin_not_found");
        assertThat(effects("teammate_deleted")).isEqualTo(1);
        assertThat(again.message()).contains("Nothing had to be done");
    }

    @Test
    void enablingCreatesWhomDisablingHasDeleted() {
        String id = teammate("Returner");
        succeeded(ProvisioningBed.asked(Operation.DISABLE, id, null, null));
        NewRequest asked = ProvisioningBed.asked(Operation.ENABLE, id, null, null);
        asked.bindings().putObject("user").put("email", "returner@example.com");

        ProvisioningRequest request = succeeded(asked);

        assertThat(request.accountId()).isNotBlank().isNotEqualTo(id);
    }

    @Test
    void givesAndTakesARoleByItsGroup() {
        String id = teammate("Agent");

        assertThat(access(Operation.ADD_ACCESS, id, "Role", "Support Agent").state())
                .isEqualTo(RequestState.SUCCEEDED);
        assertThat(bed.intercom("/admins/" + id).at("/role/name").asText()).isEqualTo("Support Agent");
        assertThat(access(Operation.REMOVE_ACCESS, id, "Role", "Support Agent").state())
                .isEqualTo(RequestState.SUCCEEDED);
        assertThat(bed.intercom("/admins/" + id).path("role").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Role/Support Lead", "Role/Analyst (read only)", "Seat/Inbox seat"})
    void asksAPersonForWhatNoGroupGives(String what) {
        String[] parts = what.split("/");
        String id = teammate("Asked" + what.length());

        ProvisioningRequest request = access(Operation.ADD_ACCESS, id, parts[0], parts[1]);

        assertThat(request.state()).as(request.reason()).isEqualTo(RequestState.QUEUED);
        bed.ticket(request);
    }

    @Test
    void putsATeammateIntoATeamBesideTheOthersAndTakesHimOut() {
        String other = teammate("Other");
        String id = teammate("Member");
        bed.sandbox().controls().changeTeams(other, List.of(BILLING));
        List<String> before = members(BILLING);

        ProvisioningRequest added = access(Operation.ADD_ACCESS, id, "Team", "Billing");
        assertThat(added.state()).as(added.reason()).isEqualTo(RequestState.SUCCEEDED);
        assertThat(members(BILLING)).contains(id).containsAll(before);
        assertThat(access(Operation.ADD_ACCESS, id, "Team", Integer.toString(BILLING))
                        .message())
                .contains("already");
        assertThat(effects("team_written")).isEqualTo(1);

        assertThat(access(Operation.REMOVE_ACCESS, id, "Team", "Billing").state())
                .isEqualTo(RequestState.SUCCEEDED);
        assertThat(members(BILLING)).containsExactlyInAnyOrderElementsOf(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsAndWritesAgainAfterAConflictOfEitherMeaning(boolean partly) {
        String id = teammate("Conflict" + partly);
        List<String> before = members(BILLING);
        bed.sandbox().teamConflicts().expect(BILLING, 2, partly);

        ProvisioningRequest request = access(Operation.ADD_ACCESS, id, "Team", "Billing");

        assertThat(request.state()).as(request.reason()).isEqualTo(RequestState.SUCCEEDED);
        assertThat(members(BILLING)).contains(id).containsAll(before);
        assertThat(bed.sandbox().effects().byObject("team_member_added")).containsEntry(BILLING + "/" + id, 1);
        bed.sandbox().teamConflicts().expect(BILLING, 0, false);
    }

    @Test
    void aTeamThatOthersKeepWritingIsTriedAgainLater() {
        String id = teammate("Crowded");
        bed.sandbox().teamConflicts().expect(BILLING, 3, false);

        NewRequest asked = ProvisioningBed.asked(Operation.ADD_ACCESS, id, "Team", "Billing");

        assertThat(bed.carriedOut(asked).state()).isEqualTo(RequestState.WAITING);
        assertThat(bed.carriedOut(asked).state()).isEqualTo(RequestState.SUCCEEDED);
    }

    @Test
    void theLastMemberIsTakenOutByAPersonWhoIsToldWhy() {
        String id = teammate("Last");
        bed.sandbox().controls().changeTeams(id, List.of(NOBODY_YET));

        ProvisioningRequest request = access(Operation.REMOVE_ACCESS, id, "Team", "Nobody yet");

        assertThat(request.state()).as(request.reason()).isEqualTo(RequestState.QUEUED);
        assertThat(bed.intercom("/tickets/" + bed.ticket(request))
                        .at("/ticket_attributes/_default_description_")
                        .asText())
                .contains("last member");
        assertThat(effects("team_written")).isZero();
        assertThat(members(NOBODY_YET)).containsExactly(id);
    }

    @Test
    void aTeamThatIsNotThereIsRejected() {
        ProvisioningRequest request = access(Operation.ADD_ACCESS, teammate("Lost"), "Team", "No such team");

        assertThat(request.state()).isEqualTo(RequestState.REJECTED);
        assertThat(request.reason()).contains("No such team");
    }

    @Test
    void aPlanWithoutTeamWritesLetsOnlyTeamsWait() {
        bed.sandbox().features().set(Features.TEAM_WRITES, false);

        ProvisioningRequest team = access(Operation.ADD_ACCESS, teammate("Planned"), "Team", "Billing");

        assertThat(team.state()).isEqualTo(RequestState.WAITING);
        assertThat(team.reason()).contains("team-write", "plan");
        succeeded(ProvisioningBed.creation("meanwhile@example.com"));
    }

    @Test
    void aScimTokenThatIsRefusedLetsOnlyScimWait() {
        bed.sandbox().faults().add(Fault.of(FaultKind.STATUS).withStatus(401).on("/scim/v2/*"));

        ProvisioningRequest request = bed.carriedOut(ProvisioningBed.creation("refused@example.com"));

        assertThat(request.state()).isEqualTo(RequestState.WAITING);
        assertThat(request.reason())
                .contains("intercom.scim-token")
                .doesNotContain("access-token", ProvisioningBed.SCIM_TOKEN);
        assertThat(access(Operation.ADD_ACCESS, teammate("Seated"), "Seat", "Inbox seat")
                        .state())
                .isEqualTo(RequestState.QUEUED);
    }
}
