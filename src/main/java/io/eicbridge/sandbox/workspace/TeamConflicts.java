package io.eicbridge.sandbox.workspace;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The next writes of teams that collide with somebody else's, by the id of the team. */
public final class TeamConflicts {
    private final Map<Integer, Conflict> next = new ConcurrentHashMap<>();

    /** So many writes that change nothing, or only the first half of what was asked for. */
    private record Conflict(int times, boolean partly) {}

    /** What becomes of a write. */
    public enum Outcome {
        WRITTEN,
        NOTHING_WRITTEN,
        PARTLY_WRITTEN
    }

    void reset() {
        next.clear();
    }

    /** Lets so many of the next writes of a team collide. */
    public void expect(int team, int times, boolean partly) {
        next.put(team, new Conflict(times, partly));
    }

    /** What becomes of the next write of a team. */
    public synchronized Outcome meet(int team) {
        Conflict conflict = next.get(team);
        if (conflict == null || conflict.times() < 1) {
            return Outcome.WRITTEN;
        }
        next.put(team, new Conflict(conflict.times() - 1, conflict.partly()));
        return conflict.partly() ? Outcome.PARTLY_WRITTEN : Outcome.NOTHING_WRITTEN;
    }
}
