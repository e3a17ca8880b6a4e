package io.eicbridge.provisioning.teammates;

import io.eicbridge.failure.Transient;
import io.eicbridge.journal.Leases;
import io.eicbridge.store.Store;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Lets one change of a team go on at a time, among all processes: a write replaces all members, so that two changes that read the same
 * members would undo each other.
 */
final class TeamTurns {
    private static final Duration HELD = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(50);
    private final Store store;
    private final Duration longest;
    private final Leases leases = new Leases();

    /** Turns for which a change waits at most so long. */
    TeamTurns(Store store, Duration longest) {
        this.store = store;
        this.longest = longest;
    }

    /** The right to change a team, until it is given back. */
    record Turn(String lease, String holder) {}

    /**
     * Waits for the team's turn.
     *
     * @throws Transient where others keep it too long
     */
    Turn take(String team, String context) throws InterruptedException {
        Turn turn = new Turn("team:" + team, UUID.randomUUID().toString());
        long end = System.nanoTime() + longest.toNanos();
        while (!taken(turn)) {
            if (System.nanoTime() > end) {
                throw new Transient(
                        "Nothing was done: other changes of the same team go on. It is tried again. " + context,
                        false,
                        null,
                        null);
            }
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
        }
        return turn;
    }

    private boolean taken(Turn turn) {
        return store.inTransaction(handle -> leases.acquire(handle, turn.lease(), turn.holder(), HELD)
                .holder()
                .equals(turn.holder()));
    }

    /**
     * Goes on holding a turn.
     *
     * @throws Transient where it has gone to somebody else, so that what was read may be old
     */
    void keep(Turn turn, String context) {
        if (!store.inTransaction(handle -> leases.heartbeat(handle, turn.lease(), turn.holder(), HELD))) {
            throw new Transient(
                    "The team is not written: reading it took so long that another change may have begun. It is tried again. "
                            + context,
                    false,
                    null,
                    null);
        }
    }

    void giveBack(Turn turn) {
        store.inTransaction(handle -> {
            leases.release(handle, turn.lease(), turn.holder());
            return null;
        });
    }
}
