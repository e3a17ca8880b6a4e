package io.eicbridge.provisioning;

import io.eicbridge.journal.Leases;
import io.eicbridge.journal.request.Claims;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** Lets one change of a team's members through at a time, among all processes: each writes all members as it has read them. */
final class TeamGate {
    private static final String TEAM = "Team";
    private static final String TURN = "team-members";
    private final Claims claims;
    private final Leases turns = new Leases();
    private final String holder;

    TeamGate(Claims claims, String holder) {
        this.claims = claims;
        this.holder = holder;
    }

    /** False while another one goes on; who asks at the same time waits for the end of this transaction. */
    boolean letsThrough(Handle handle, ProvisioningRequest request) {
        if (!TEAM.equals(request.asked().entitlementType())) {
            return true;
        }
        turns.acquire(handle, TURN, holder, Duration.ZERO);
        return !claims.teamIsWritten(handle);
    }
}
