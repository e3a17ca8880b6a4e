package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Queue items whose tickets Intercom makes in jobs, where what is not done is given up. */
class QueueItemsInJobsTest {
    private static final Duration LAG = Duration.ofMinutes(3);
    private static ProvisioningBed bed;

    @BeforeAll
    static void start() {
        bed = ProvisioningBed.start(sandbox -> Map.of("queue-items.enqueue", "true", "queue-items.not-done", "dead"));
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    private static RequestState state(ProvisioningRequest request) {
        return bed.now(request).state();
    }

    @Test
    void theJobIsPolledUntilItTellsTheTicket() {
        bed.sandbox().agent().jobs(2, false);
        ProvisioningRequest request = bed.carriedOut(ProvisioningBed.creation("by.job@example.com"));
        assertThat(request.state()).as(request.reason()).isEqualTo(RequestState.QUEUED);
        for (int poll = 0; poll < 3; poll++) {
            bed.poll();
        }
        bed.sandbox().controls().addAdmin("By Job", "by.job@example.com");
        bed.sandbox().agent().resolve(bed.ticket(request));
        bed.pass(LAG);
        bed.poll();

        assertThat(state(request)).isEqualTo(RequestState.SUCCEEDED);
    }

    @Test
    void aJobThatFailsEndsItsRequest() {
        bed.sandbox().agent().jobs(0, true);
        ProvisioningRequest request = bed.carriedOut(ProvisioningBed.creation("failed.job@example.com"));
        bed.poll();

        assertThat(state(request)).isEqualTo(RequestState.DEAD);
        assertThat(bed.now(request).reason()).contains("job", "Replay");
        bed.sandbox().agent().jobs(0, false);
    }

    @Test
    void aJobWhoseIdIsLostIsFoundByItsTicket() {
        bed.sandbox().agent().jobs(0, false);
        NewRequest asked = ProvisioningBed.creation("lost.job@example.com");
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.DONE_DROPPED).on("/tickets/enqueue").times(1));
        ProvisioningRequest lost = bed.carriedOut(asked);
        assertThat(lost.state()).isEqualTo(RequestState.WAITING);
        bed.pass(LAG);

        ProvisioningRequest request = bed.repeated(lost);

        assertThat(request.state()).isEqualTo(RequestState.QUEUED);
        assertThat(bed.tickets(request)).hasSize(1);
    }

    @Test
    void anArchivedTicketTypeIsReplacedOnceTheRequestIsMadeAgain() {
        bed.sandbox().agent().jobs(0, false);
        bed.carriedOut(ProvisioningBed.creation("before.archive@example.com"));
        for (JsonNode type : bed.intercom("/ticket_types").path("data")) {
            bed.sent("PUT", "/ticket_types/" + type.path("id").asText(), "{\"archived\":true}");
        }
        NewRequest asked = ProvisioningBed.creation("after.archive@example.com");

        assertThat(bed.carriedOut(asked).state()).isEqualTo(RequestState.REJECTED);

        assertThat(bed.carriedOut(asked).state()).isEqualTo(RequestState.QUEUED);
    }

    @Test
    void aRequesterThatIsMergedIsFollowedOnceTheRequestIsMadeAgain() {
        bed.sandbox().agent().jobs(0, false);
        bed.carriedOut(ProvisioningBed.creation("before.merge@example.com"));
        String requester = bed.intercom("/contacts/find_by_external_id/eic-bridge-requester")
                .path("id")
                .asText();
        String other = bed.made("/contacts", "{\"role\":\"user\",\"external_id\":\"another-one\"}")
                .path("id")
                .asText();
        bed.sandbox().controls().merge(requester, other);
        NewRequest asked = ProvisioningBed.creation("after.merge@example.com");

        ProvisioningRequest first = bed.carriedOut(asked);
        ProvisioningRequest request = first.state() == RequestState.QUEUED ? first : bed.carriedOut(asked);

        assertThat(request.state()).as(request.reason()).isEqualTo(RequestState.QUEUED);
    }

    @Test
    void whatIsResolvedAndNotDoneIsDeadWhereTheSettingsSaySo() {
        bed.sandbox().agent().jobs(0, false);
        String teammate = bed.sandbox().controls().addAdmin("Stays", "stays@example.com");
        ProvisioningRequest request = bed.carriedOut(ProvisioningBed.asked(Operation.DISABLE, teammate, null, null));
        bed.poll();
        bed.sandbox().agent().resolve(bed.ticket(request));
        bed.pass(LAG);
        bed.poll();
        bed.pass(Duration.ofMinutes(20));
        bed.poll();

        assertThat(state(request)).isEqualTo(RequestState.DEAD);
        assertThat(bed.now(request).reason()).contains("still in the workspace");
    }
}
