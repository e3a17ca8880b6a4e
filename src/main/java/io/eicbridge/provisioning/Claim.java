package io.eicbridge.provisioning;

import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.List;
import java.util.stream.Stream;

/**
 * A request that this process carries out now.
 *
 * @param members later updates that are carried out with it and get the same outcome
 * @param probe whether it finds out if something paused works again
 */
record Claim(ProvisioningRequest request, List<ProvisioningRequest> members, boolean probe) {

    /** The request and its members. */
    Stream<ProvisioningRequest> all() {
        return Stream.concat(Stream.of(request), members.stream());
    }
}
