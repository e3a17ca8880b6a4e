package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bridge that dies after any step of any kind of request: what it was about to do is done once, and told. */
class KilledAtEachStepTest {
    private static final Set<RequestState> ENDS =
            Set.of(RequestState.SUCCEEDED, RequestState.QUEUED, RequestState.REJECTED);
    private static KillBed bed;

    @BeforeAll
    static void start() {
        bed = KillBed.start(sandbox -> Map.of(
                "intercom.scim-url", sandbox.scimUrl().toString(),
                "intercom.scim-token", ProvisioningBed.SCIM_TOKEN,
                "intercom.preview", "true",
                "teammates.role-groups", "Support Agent=Support Agent",
                "contacts.remove", "delete",
                "provisioning.limit.per-hour", "100000"));
        // what a workspace gets at its first queue item; that one is a case of its own
        bed.steps(Deed.QUEUED.in(bed.sandbox()));
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @ParameterizedTest
    @EnumSource
    void losesNothingAndDoublesNothing(Deed deed) throws InterruptedException {
        NewRequest undisturbed = deed.in(bed.sandbox());
        bed.sandbox().effects().reset();
        List<String> steps = bed.steps(undisturbed);
        Map<String, Integer> effects = effects();

        assertThat(bed.outcome(undisturbed).state()).isIn(ENDS);
        for (int step = 1; step <= steps.size(); step++) {
            NewRequest asked = deed.in(bed.sandbox());
            bed.sandbox().effects().reset();
            ProvisioningRequest ended = bed.killedAfter(step, asked);
            String where = "killed after step " + step + ", " + steps.get(step - 1) + ": " + ended.reason();
            assertThat(ended.state())
                    .as(where)
                    .isEqualTo(bed.outcome(undisturbed).state());
            assertThat(effects()).as(where).isEqualTo(effects);
        }
    }

    /** What was changed, but for what was so already. */
    private static Map<String, Integer> effects() {
        Map<String, Integer> effects = new TreeMap<>(bed.sandbox().effects().byKind());
        effects.keySet().removeIf(kind -> kind.endsWith("_again"));
        return effects;
    }
}
