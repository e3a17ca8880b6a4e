package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every kind of request does when any of its calls meets trouble. */
class RequestsContractTest {
    /** Each of them passes by itself. */
    private static final List<Fault> PASSING =
            List.of(Fault.of(FaultKind.STATUS).withStatus(503), Fault.of(FaultKind.DONE_DROPPED));

    private static KillBed bed;

    @BeforeAll
    static void start() {
        bed = KillBed.start();
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatPassesHoldsUpNoRequestAndDoublesNothing(Deed deed) {
        ProvisioningRequest undisturbed = with(deed, List.of());
        Map<String, Integer> effects = bed.effects();
        long calls = bed.sandbox().traffic().total();

        for (int before = 0; before < calls; before++) {
            for (Fault fault : PASSING) {
                ProvisioningRequest ended =
                        with(deed, List.of(fault.after(before).times(1)));
                String where = fault.kind() + " after " + before + ": " + ended.reason();
                assertThat(ended.state()).as(where).isEqualTo(undisturbed.state());
                assertThat(bed.effects()).as(where).isEqualTo(effects);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCallThatIsRejectedIsSentOnceAndEndsTheRequest(Deed deed) {
        with(deed, List.of());
        long calls = bed.sandbox().traffic().total();

        for (int before = 0; before < calls; before++) {
            ProvisioningRequest ended = with(
                    deed, List.of(Fault.of(FaultKind.STATUS).withStatus(422).after(before)));
            assertThat(ended.state()).as("after " + before).isEqualTo(RequestState.REJECTED);
            assertThat(ended.reason()).contains("422");
            assertThat(bed.sandbox().traffic().total()).isEqualTo(before + 1);
        }
    }

    private static ProvisioningRequest with(Deed deed, List<Fault> faults) {
        NewRequest asked = deed.in(bed.sandbox());
        bed.countAnew();
        faults.forEach(bed.sandbox().faults()::add);
        return bed.carried(asked);
    }
}
