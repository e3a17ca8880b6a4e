package io.eicbridge.provisioning.teammates;

import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;

/** One membership on its way into a team, or out of it: read, written and read again until it is as asked. */
public final class TeamChange {
    /** Writes of one attempt: somebody else may write the same team meanwhile. */
    private static final int MOST_WRITES = 3;

    private final ProvisioningRequest request;
    private int writes;
    private boolean exhausted;
    private Effect effect;
    private String obstacle = "";

    TeamChange(ProvisioningRequest request) {
        this.request = request;
    }

    ProvisioningRequest request() {
        return request;
    }

    boolean adds() {
        return request.operation() == Operation.ADD_ACCESS;
    }

    /** Whether the team is to be read once more. */
    public boolean isOpen() {
        return effect == null && obstacle.isEmpty() && !exhausted;
    }

    /** Why only a person can do it, empty where that is not so. */
    public String getObstacle() {
        return obstacle;
    }

    /** Takes one of the writes of this attempt; false where none is left. */
    boolean mayWrite() {
        exhausted = ++writes > MOST_WRITES;
        return !exhausted;
    }

    boolean wrote() {
        return writes > 0;
    }

    Effect effect() {
        return effect;
    }

    void done(Effect what) {
        effect = what;
    }

    void leftToAPerson(String why) {
        obstacle = why;
    }
}
