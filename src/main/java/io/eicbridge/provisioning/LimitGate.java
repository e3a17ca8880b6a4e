package io.eicbridge.provisioning;

import io.eicbridge.journal.request.LimitCounts;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds what takes away from more accounts within an hour than somebody would expect. */
final class LimitGate {
    /** The end of an entitlement takes it from all who hold it. */
    static final Set<Operation> LIMITED =
            EnumSet.of(Operation.DISABLE, Operation.REMOVE, Operation.REMOVE_ACCESS, Operation.DELETE_ENTITLEMENT);

    private static final Logger LOG = LoggerFactory.getLogger(LimitGate.class);
    private static final Duration HOUR = Duration.ofHours(1);
    private final LimitCounts counts;
    private final int perHour;

    LimitGate(LimitCounts counts, int perHour) {
        this.counts = counts;
        this.perHour = perHour;
    }

    /** Whether the request may be carried out; where not, it is held from now on. A repetition is not counted again. */
    boolean letsThrough(Handle handle, ProvisioningRequest request, Instant now) {
        if (!LIMITED.contains(request.operation()) || counts.passed(handle, request.id())) {
            return true;
        }
        if (counts.since(handle, request.endpoint(), request.operation(), now.minus(HOUR)) < perHour) {
            counts.pass(handle, request.id(), now);
            return true;
        }
        hold(handle, counts, request, perHour + " within an hour");
        return false;
    }

    static void hold(Handle handle, LimitCounts counts, ProvisioningRequest request, String limit) {
        counts.hold(
                handle,
                request.id(),
                "More than " + limit + " of \"" + request.operation().word() + "\" on " + request.endpoint()
                        + " were asked for; look at those that are held, then release or discard them.");
        LOG.warn(
                "Held: more than {} of {} were asked for, see \"eic-bridge requests list --state held\". {}",
                limit,
                request.operation().word(),
                request.context());
    }
}
