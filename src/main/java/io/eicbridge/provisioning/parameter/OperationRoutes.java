package io.eicbridge.provisioning.parameter;

import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.Set;

/** Says which route carries a request out: the one of its endpoint and operation, or the one for foreign packages. */
public final class OperationRoutes {
    /** The end of the name of the route that runs the calls of a parameter. */
    private static final String BY_PARAMETER = "parameter";

    private final Set<String> foreign;

    /** Endpoints in {@code foreign} have a package whose calls are run as they stand. */
    public OperationRoutes(Set<String> foreign) {
        this.foreign = Set.copyOf(foreign);
    }

    /** What follows {@code provisioning-} in the route's name, for instance {@code contacts-create}. */
    public String of(ProvisioningRequest request) {
        return foreign.contains(request.endpoint())
                ? BY_PARAMETER
                : request.endpoint() + "-" + request.operation().word();
    }
}
