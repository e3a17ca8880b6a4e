package io.eicbridge.provisioning;

import io.eicbridge.journal.request.Claims;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Takes due requests for this process: what a limit or a pause keeps back is left out, updates that follow each other become one. */
final class Claiming {
    private final Store store;
    private final Claims claims;
    private final TeamGate teams;
    private final LimitGate limits;
    private final PauseGate pauses;
    private final UpdateMerge merge;
    private final String holder;
    private final Clock clock;

    Claiming(
            Store store,
            Claims claims,
            TeamGate teams,
            LimitGate limits,
            PauseGate pauses,
            UpdateMerge merge,
            String holder,
            Clock clock) {
        this.store = store;
        this.claims = claims;
        this.teams = teams;
        this.limits = limits;
        this.pauses = pauses;
        this.merge = merge;
        this.holder = holder;
        this.clock = clock;
    }

    /** What was found due and what of it may be carried out. */
    record Taken(int found, List<Claim> claims) {}

    /** At most so many requests, each of them under a lease from now on. */
    Taken take(int limit) {
        return store.inTransaction(handle -> {
            List<ProvisioningRequest> due = claims.due(handle, clock.instant(), limit);
            Instant now =
                    clock.instant(); // after the query, or an attempt would seem to begin before the one it waited
            // for ended
            List<Claim> taken = new ArrayList<>();
            due.forEach(request -> take(handle, request, now, taken));
            return new Taken(due.size(), taken);
        });
    }

    private void take(Handle handle, ProvisioningRequest request, Instant now, List<Claim> taken) {
        if (!teams.letsThrough(handle, request) || !limits.letsThrough(handle, request, now)) {
            return;
        }
        PauseGate.Way way = pauses.way(handle, request.asked(), now);
        if (way == PauseGate.Way.CLOSED) {
            return;
        }
        claims.take(handle, request.id(), holder, null, now);
        List<ProvisioningRequest> members = members(handle, request, now);
        taken.add(new Claim(merge.merged(handle, request).begun(), members, way == PauseGate.Way.PROBE));
    }

    private List<ProvisioningRequest> members(Handle handle, ProvisioningRequest request, Instant now) {
        if (request.operation() != Operation.UPDATE) {
            return List.of();
        }
        List<ProvisioningRequest> members = merge.members(handle, request);
        members.forEach(member -> claims.take(handle, member.id(), holder, request.id(), now));
        return members.stream().map(ProvisioningRequest::begun).toList();
    }
}
