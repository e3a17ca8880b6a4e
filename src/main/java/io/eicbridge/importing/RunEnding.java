package io.eicbridge.importing;

import io.eicbridge.journal.RunState;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * What the end of a run comes to by its mode.
 *
 * @param weigh adds up what the run changes, and holds it where that is too much
 * @param prepare prepares its publication, which a kill may cut short anywhere; false where the run must stop
 * @param seal publishes it, in the transaction that ends it
 * @param held how a run ends that changes too much
 */
public record RunEnding(
        Consumer<LiveRun> weigh, Predicate<LiveRun> prepare, BiConsumer<Handle, LiveRun> seal, RunState held) {
    /** The end of a full run, which tells what is gone. */
    public static RunEnding full(Weighing weighing, Publishing publishing) {
        return new RunEnding(weighing::weigh, publishing::prepare, publishing::seal, RunState.HELD);
    }

    /** The end of an incremental run, which tells of nobody that they are gone. */
    public static RunEnding incremental(IncrementalWeighing weighing, IncrementalPublishing publishing) {
        return new RunEnding(weighing::weigh, publishing::prepare, publishing::seal, RunState.HELD);
    }

    /** The end of a targeted run; what it must not publish is left to the next full import, which somebody can approve. */
    public static RunEnding targeted(TargetedWeighing weighing, TargetedPublishing publishing) {
        return new RunEnding(weighing::weigh, publishing::prepare, publishing::seal, RunState.INCOMPLETE);
    }
}
