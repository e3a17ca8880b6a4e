package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.journal.Notification;
import io.eicbridge.journal.Notifications;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.sandbox.tickets.TicketPart;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What no API can do, a person is asked for: one bed is shared, each test asks for teammates of its own. */
class QueueItemsTest {
    private static final Duration LAG = Duration.ofMinutes(3);
    private static final int BILLING = 814_868;
    private static ProvisioningBed bed;

    @BeforeAll
    static void start() {
        bed = ProvisioningBed.start(sandbox -> Map.of());
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @AfterEach
    void withoutFaults() {
        bed.sandbox().faults().clear();
    }

    private static ProvisioningRequest queued(NewRequest asked) {
        ProvisioningRequest request = bed.carriedOut(asked);
        assertThat(request.state()).as(request.reason()).isEqualTo(RequestState.QUEUED);
        return request;
    }

    private static void after(Duration time) {
        bed.pass(time);
        bed.poll();
    }

    private static RequestState state(ProvisioningRequest request) {
        return bed.now(request).state();
    }

    private static List<String> notes(ProvisioningRequest request) {
        return bed.tickets(request).get(0).parts().stream()
                .filter(part -> part.type().equals("note"))
                .map(TicketPart::body)
                .toList();
    }

    private static NewRequest disabling(String teammate) {
        return ProvisioningBed.asked(Operation.DISABLE, teammate, null, null);
    }

    @Test
    void asksByATicketThatTellsEverything() {
        NewRequest asked = ProvisioningBed.creation("told@example.com");
        ProvisioningRequest request = queued(asked);

        JsonNode ticket = bed.intercom("/tickets/" + bed.ticket(request));

        assertThat(ticket.path("category").asText()).isEqualTo("Back-office");
        JsonNode attributes = ticket.path("ticket_attributes");
        assertThat(attributes.path("_default_title_").asText())
                .isEqualTo("Create the account: told@example.com (Intercom teammates)");
        assertThat(attributes.path("_default_description_").asText()).contains("told@example.com", "Manager");
        assertThat(attributes.path("EIC task").asText()).isEqualTo(asked.key());
        assertThat(attributes.path("Operation").asText()).isEqualTo("create");
        assertThat(attributes.path("Account").asText()).isEqualTo("told@example.com");
        assertThat(attributes.path("Requester").asText()).isEqualTo("Manager");
        assertThat(ticket.at("/contacts/contacts/0/external_id").asText()).isEqualTo("eic-bridge-requester");
        assertThat(request.message()).contains(bed.ticket(request));
    }

    @Test
    void makesItsTicketTypeAndItsRequesterOnceHoweverManyAskAtFirst() {
        List<CompletableFuture<ProvisioningRequest>> all = Stream.of("a", "b", "c", "d")
                .map(name -> CompletableFuture.supplyAsync(
                        () -> bed.carriedOut(ProvisioningBed.creation("first." + name + "@example.com"))))
                .toList();

        assertThat(all).allMatch(asked -> asked.join().state() == RequestState.QUEUED);
        assertThat(bed.sandbox().effects().of("ticket_type_created")).isEqualTo(1);
        assertThat(bed.sandbox().effects().of("contact_created")).isEqualTo(1);
        List<String> audited = bed.store().read(handle -> handle.createQuery(
                        "select distinct place from audit where method = 'POST' and event = 'sent'")
                .mapTo(String.class)
                .list());
        assertThat(audited).contains("/ticket_types", "/contacts");
    }

    @Test
    void aTicketThatIsRefusedForItselfLeavesTheTicketTypeKnown() {
        queued(ProvisioningBed.creation("place.known@example.com"));
        long asked = bed.sandbox().traffic().answers("GET", "/ticket_types", 200);
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.STATUS).withStatus(422).on("/tickets").times(1));

        ProvisioningRequest refused = bed.carriedOut(ProvisioningBed.creation("place.refused@example.com"));
        queued(ProvisioningBed.creation("place.still@example.com"));

        assertThat(refused.state()).isEqualTo(RequestState.REJECTED);
        assertThat(bed.sandbox().traffic().answers("GET", "/ticket_types", 200)).isEqualTo(asked);
    }

    @Test
    void aResolvedItemSucceedsOnceIntercomShowsTheTeammate() {
        ProvisioningRequest request = queued(ProvisioningBed.creation("new.one@example.com"));
        String id = bed.sandbox().controls().addAdmin("New One", "New.One@example.com");
        bed.sandbox().agent().resolve(bed.ticket(request));

        after(LAG);

        assertThat(state(request)).isEqualTo(RequestState.SUCCEEDED);
        assertThat(bed.now(request).accountId()).isEqualTo(id);
    }

    @Test
    void nobodyIsAskedForWhatIsSoAlready() {
        ProvisioningRequest request = bed.carriedOut(disabling("999999"));

        assertThat(request.state()).isEqualTo(RequestState.SUCCEEDED);
        assertThat(bed.tickets(request)).isEmpty();
    }

    @Test
    void whatIsTakenAwayByNameIsNotTakenForDone() {
        String teammate = bed.sandbox().controls().addAdmin("By Name", "by.name@example.com");
        bed.sandbox().controls().changeTeams(teammate, List.of(BILLING));

        queued(ProvisioningBed.asked(Operation.REMOVE_ACCESS, "by.name@example.com", "Team", "Billing"));
        queued(ProvisioningBed.asked(Operation.REMOVE_ACCESS, teammate, "Team", "No such team"));
        assertThat(bed.carriedOut(ProvisioningBed.asked(Operation.REMOVE_ACCESS, teammate, "Team", "77"))
                        .state())
                .as("a team of an id that is gone has no members")
                .isEqualTo(RequestState.SUCCEEDED);
    }

    @ParameterizedTest
    @EnumSource(names = {"DISABLE", "REMOVE"})
    void whoIsNotFoundIsNotTakenForGone(Operation operation) {
        ProvisioningRequest request =
                bed.carriedOut(ProvisioningBed.asked(operation, "nobody.knows@example.com", null, null));

        assertThat(request.state()).isEqualTo(RequestState.REJECTED);
        assertThat(request.reason()).contains("no account has the id or name");
    }

    @Test
    void theTeamOfAnInvitedTeammateIsWaitedForByAddress() {
        String email = "team.later@example.com";
        ProvisioningRequest request = queued(ProvisioningBed.asked(Operation.ADD_ACCESS, email, "Team", "Billing"));
        bed.sandbox().invitations().invite("Team Later", email);
        bed.sandbox().agent().resolve(bed.ticket(request));
        after(LAG);
        after(Duration.ofHours(2));
        assertThat(notes(request)).isEmpty();

        bed.sandbox().invitations().join(email);
        bed.intercom("/admins").path("admins").forEach(admin -> {
            if (admin.path("email").asText().equals(email)) {
                bed.sandbox().controls().changeTeams(admin.path("id").asText(), List.of(BILLING));
            }
        });
        after(Duration.ofHours(2));

        assertThat(state(request)).isEqualTo(RequestState.SUCCEEDED);
    }

    @Test
    void aCreationWhoseAnswerIsLostMakesOneTicket() {
        NewRequest asked = ProvisioningBed.creation("lost.after@example.com");
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.DONE_DROPPED).on("/tickets").times(1));
        ProvisioningRequest request = bed.carriedOut(asked);
        assertThat(request.state()).isEqualTo(RequestState.WAITING);

        ProvisioningRequest early = bed.repeated(request);
        assertThat(early.state()).as("the search does not know the ticket yet").isEqualTo(RequestState.WAITING);
        bed.pass(LAG);

        assertThat(bed.repeated(early).state()).isEqualTo(RequestState.QUEUED);
        assertThat(bed.tickets(request)).hasSize(1);
    }

    @Test
    void aCreationThatNeverArrivedIsRepeatedOnceTheSearchWouldKnowIt() {
        NewRequest asked = ProvisioningBed.creation("lost.before@example.com");
        bed.sandbox().faults().add(Fault.of(FaultKind.DROPPED).on("/tickets").times(1));
        ProvisioningRequest request = bed.carriedOut(asked);
        bed.pass(LAG);
        ProvisioningRequest early = bed.repeated(request);
        assertThat(early.state()).isEqualTo(RequestState.WAITING);
        assertThat(bed.tickets(request)).isEmpty();

        bed.pass(LAG);

        assertThat(bed.repeated(early).state()).isEqualTo(RequestState.QUEUED);
        assertThat(bed.tickets(request)).hasSize(1);
    }

    @Test
    void aTicketThatIsResolvedAndNotDoneIsOpenedAgain() {
        String teammate = bed.sandbox().controls().addAdmin("Stays", "stays@example.com");
        ProvisioningRequest request = queued(disabling(teammate));
        bed.sandbox().agent().resolve(bed.ticket(request));
        after(LAG);
        assertThat(notes(request)).as("there is a time of grace").isEmpty();

        after(Duration.ofMinutes(20));

        assertThat(state(request)).isEqualTo(RequestState.QUEUED);
        assertThat(notes(request)).hasSize(1).allMatch(note -> note.contains("the teammate is still in the workspace"));
        assertThat(bed.intercom("/tickets/" + bed.ticket(request))
                        .at("/ticket_state/category")
                        .asText())
                .isEqualTo("submitted");

        bed.sandbox().controls().removeAdmin(teammate);
        bed.sandbox().agent().resolve(bed.ticket(request));
        after(LAG);

        assertThat(state(request)).isEqualTo(RequestState.SUCCEEDED);
    }

    @Test
    void aTicketThatAnAgentTakesUpAgainIsNotDone() {
        String teammate = bed.sandbox().controls().addAdmin("Again", "again@example.com");
        ProvisioningRequest request = queued(disabling(teammate));
        bed.sandbox().agent().resolve(bed.ticket(request));
        after(LAG);
        bed.sandbox().agent().reopen(bed.ticket(request));
        after(LAG);

        after(Duration.ofMinutes(20));

        assertThat(notes(request)).isEmpty();
        assertThat(state(request)).isEqualTo(RequestState.QUEUED);
    }

    @Test
    void aDeletedTicketCancelsItsRequest() {
        ProvisioningRequest request = queued(ProvisioningBed.creation("refused@example.com"));
        bed.sandbox().agent().delete(bed.ticket(request));

        after(Duration.ofMinutes(61));

        assertThat(state(request)).isEqualTo(RequestState.CANCELLED);
        assertThat(bed.now(request).reason()).contains("deleted");
    }

    @Test
    void aRequestThatIsDiscardedTellsThePersonWhoWorksOnIt() {
        ProvisioningRequest request = queued(ProvisioningBed.creation("withdrawn@example.com"));

        bed.discard(request);
        after(LAG);

        assertThat(state(request)).isEqualTo(RequestState.DISCARDED);
        assertThat(notes(request)).hasSize(1).allMatch(note -> note.contains("no longer needed"));
    }

    @Test
    void anInvitedTeammateIsWaitedForAWeek() {
        ProvisioningRequest request = queued(ProvisioningBed.creation("invited@example.com"));
        ProvisioningRequest other = queued(ProvisioningBed.creation("invited.too@example.com"));
        bed.sandbox().invitations().invite("Invited", "invited@example.com");
        bed.sandbox().invitations().invite("Invited Too", "invited.too@example.com");
        bed.sandbox().agent().resolve(bed.ticket(request));
        bed.sandbox().agent().resolve(bed.ticket(other));
        after(LAG);
        after(Duration.ofDays(6));
        assertThat(notes(request)).isEmpty();

        bed.sandbox().invitations().join("invited@example.com");
        after(Duration.ofHours(2));
        after(Duration.ofDays(2));

        assertThat(state(request)).isEqualTo(RequestState.SUCCEEDED);
        assertThat(state(other)).isEqualTo(RequestState.QUEUED);
        assertThat(notes(other)).hasSize(1).allMatch(note -> note.contains("not accepted yet"));
    }

    @Test
    void remindsAndGivesUpInTheEnd() {
        ProvisioningRequest request = queued(ProvisioningBed.creation("forgotten@example.com"));
        after(Duration.ofHours(71));
        assertThat(notes(request)).isEmpty();
        after(Duration.ofHours(2));
        after(Duration.ofHours(2));
        assertThat(notes(request)).hasSize(1).allMatch(note -> note.contains("reminder"));

        after(Duration.ofDays(30));

        assertThat(state(request)).isEqualTo(RequestState.DEAD);
        assertThat(bed.now(request).reason()).contains("30 days");
        assertThat(notes(request)).hasSize(2);
    }

    @Test
    void ticketsThatCannotBeReadPauseAndAreGivenUpInTheEnd() {
        ProvisioningRequest request = queued(ProvisioningBed.creation("unread@example.com"));
        bed.sandbox().faults().add(Fault.of(FaultKind.STATUS).withStatus(403).on("/tickets/search"));
        after(LAG);
        assertThat(bed.paused()).singleElement().satisfies(pause -> assertThat(pause.kind())
                .isEqualTo("queue-items"));

        after(Duration.ofDays(32));
        assertThat(state(request)).isEqualTo(RequestState.DEAD);

        bed.sandbox().faults().clear();
        queued(ProvisioningBed.creation("read.again@example.com"));
        after(LAG);
        assertThat(bed.paused()).isEmpty();
    }

    @Test
    void aNotificationAboutATicketIsAReasonToLookSoon() {
        queued(ProvisioningBed.creation("hinted@example.com"));
        after(LAG);
        assertThat(bed.hinted()).isFalse();
        bed.pass(LAG);

        bed.store().inTransaction(handle -> new Notifications(bed.clock())
                .keep(handle, new Notification("notif_1", "ticket.resolved", "ticket", "1")));

        assertThat(bed.hinted()).isTrue();
        bed.poll();
        assertThat(bed.hinted()).isFalse();
    }

    @Test
    void anotherIsAskedWhenARequestIsReplayed() {
        NewRequest asked = ProvisioningBed.creation("replayed@example.com");
        ProvisioningRequest request = queued(asked);
        bed.sandbox().agent().delete(bed.ticket(request));
        after(Duration.ofMinutes(61));
        assertThat(state(request)).isEqualTo(RequestState.CANCELLED);

        assertThat(bed.carriedOut(asked).state()).isEqualTo(RequestState.CANCELLED);
        assertThat(bed.replayed(request).state()).isEqualTo(RequestState.QUEUED);
        assertThat(bed.tickets(request)).hasSize(1);
    }

    @Test
    void seatsRolesAndTeamsAreVerifiedToo() {
        String teammate = bed.sandbox().controls().addAdmin("Holder", "holder@example.com");
        List<ProvisioningRequest> all = Stream.of("Seat/Inbox seat", "Role/Support Lead", "Team/Billing")
                .map(what -> what.split("/"))
                .map(what -> queued(ProvisioningBed.asked(Operation.ADD_ACCESS, teammate, what[0], what[1])))
                .toList();
        bed.sandbox().controls().changeSeat(teammate, true);
        bed.sandbox().controls().changeRole(teammate, "Support Lead");
        bed.sandbox().controls().changeTeams(teammate, List.of(814_868));
        all.forEach(request -> bed.sandbox().agent().resolve(bed.ticket(request)));

        after(LAG);

        assertThat(all).allMatch(request -> state(request) == RequestState.SUCCEEDED);
    }
}
