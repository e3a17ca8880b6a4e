package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bridge that dies after any step of any kind of request: what it was about to do is done once, and told. */
class KilledAtEachStepTest {
    private static final Set<RequestState> ENDS =
            Set.of(RequestState.SUCCEEDED, RequestState.QUEUED, RequestState.REJECTED);
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
    void losesNothingAndDoublesNothing(Deed deed) throws InterruptedException {
        killedAfterEachStepOf(() -> deed.in(bed.sandbox()));
    }

    @Test
    void makesTypeAndRequesterOfQueueItemsOnce() throws InterruptedException {
        killedAfterEachStepOf(() -> {
            bed.forgetQueueItems();
            return Deed.QUEUED.in(bed.sandbox());
        });
        assertThat(bed.effects()).containsEntry("ticket_type_created", 1).containsEntry("contact_created", 1);
    }

    private static void killedAfterEachStepOf(Supplier<NewRequest> deed) throws InterruptedException {
        NewRequest undisturbed = deed.get();
        bed.countAnew();
        List<String> steps = bed.steps(undisturbed);
        Map<String, Integer> effects = bed.effects();

        assertThat(bed.outcome(undisturbed).state()).isIn(ENDS);
        for (int step = 1; step <= steps.size(); step++) {
            NewRequest asked = deed.get();
            bed.countAnew();
            ProvisioningRequest ended = bed.killedAfter(step, asked);
            String where = "killed after step " + step + ", " + steps.get(step - 1) + ": " + ended.reason();
            assertThat(ended.state())
                    .as(where)
                    .isEqualTo(bed.outcome(undisturbed).state());
            assertThat(bed.effects()).as(where).isEqualTo(effects);
        }
    }
}
