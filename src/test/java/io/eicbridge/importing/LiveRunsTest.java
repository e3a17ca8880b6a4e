package io.eicbridge.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.Mode;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveRunsTest {
    private final LiveRuns live = new LiveRuns();

    @Test
    void refusesASecondRunOfAnEndpointUntilTheFirstHasLeft() {
        LiveRun first = live.enter("contacts", () -> run(1));

        assertThatThrownBy(() -> live.enter("contacts", () -> run(2)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Run 1 of contacts is under way");
        live.leave(first);
        assertThat(live.enter("contacts", () -> run(2)).getId()).isEqualTo(2);
    }

    @Test
    void stopsRunsThatAreUnderWayAndThoseThatBeginLater() {
        LiveRun before = live.enter("contacts", () -> run(1));
        assertThat(live.pause(Duration.ZERO)).isTrue();

        live.stopAll();

        assertThat(before.stopped()).isTrue();
        live.leave(before);
        assertThat(live.enter("contacts", () -> run(2)).stopped()).isTrue();
        assertThat(live.pause(Duration.ofMinutes(1))).isFalse();
    }

    @Test
    void aSuspendedRunKeepsItsPlaceAndOneThatBeginsMeanwhileRestsToo() {
        LiveRun before = live.enter("contacts", () -> run(1));
        live.suspendAll();
        LiveRun meanwhile = live.enter("teammates", () -> run("teammates", 2));

        assertThat(before.stopped()).isTrue();
        assertThat(meanwhile.suspended()).isTrue();
        assertThatThrownBy(() -> live.enter("contacts", () -> run(3))).hasMessageContaining("Run 1 of contacts");
        assertThat(live.busy()).containsExactlyInAnyOrder(before, meanwhile);

        before.away().complete(null);
        live.leave(meanwhile);
        assertThat(live.busy()).isEmpty();
        assertThat(live.endSuspension()).containsExactly(before);
        LiveRun after = live.succeed(before, () -> run(1));
        assertThat(live.find(1)).contains(after);
        assertThat(after.stopped()).isFalse();
    }

    @Test
    void aRunThatStopsAlreadyIsNotSuspended() {
        LiveRun failed = live.enter("contacts", () -> run(1));
        failed.fail(new IllegalStateException("first"));

        live.suspendAll();

        assertThat(failed.suspended()).isFalse();
        assertThat(live.endSuspension()).isEmpty();
    }

    @Test
    void whatFailsAfterAStopIsNoFailureOfTheRun() {
        LiveRun stopped = run(1);
        stopped.stop();
        LiveRun failed = run(2);

        assertThat(stopped.fail(new IllegalStateException("closed"))).isFalse();
        assertThat(stopped.failure()).isNull();
        assertThat(failed.fail(new IllegalStateException("first"))).isTrue();
        assertThat(failed.fail(new IllegalStateException("second"))).isFalse();
        assertThat(failed.failure()).hasMessage("first");
    }

    private static LiveRun run(long id) {
        return run("contacts", id);
    }

    private static LiveRun run(String endpoint, long id) {
        EndpointImport source = new EndpointImport(endpoint, null, Set.of(), Set.of(), null, null);
        return new LiveRun(id, source, new ImportOrder(endpoint, Mode.FULL, false), Set.of());
    }
}
