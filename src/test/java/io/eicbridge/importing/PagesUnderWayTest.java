package io.eicbridge.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.journal.Mode;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PagesUnderWayTest {
    @Test
    void aPageThatFailedBeforeAnybodyWaitedForItFailsTheRun() {
        EndpointImport source = new EndpointImport("contacts", null, Set.of(), Set.of(), null, null);
        LiveRun run = new LiveRun(1, source, new ImportOrder("contacts", Mode.FULL, false), Set.of());
        IllegalStateException failure = new IllegalStateException("the disk is full");

        run.underWay().add(CompletableFuture.completedFuture(null));
        run.underWay().add(CompletableFuture.failedFuture(failure));
        run.underWay().settle(run);

        assertThat(run.failure()).isSameAs(failure);
    }
}
