package io.eicbridge.provisioning.parameter;

import io.eicbridge.dialect.provisioning.ConnectionParameters;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.Map;
import java.util.Set;

/** Says which route carries a request out: the one of its endpoint and operation, or the one for foreign packages. */
public final class OperationRoutes {
    /** The end of the name of the route that runs the calls of a parameter. */
    private static final String BY_PARAMETER = "parameter";

    /** The end of the name of the route that asks a person. */
    private static final String BY_TICKET = "queue-item";

    private final Set<String> foreign;
    private final Map<String, ConnectionParameters> parameters;

    /** Endpoints in {@code foreign} have a package whose calls are run as they stand; {@code parameters} are those of all endpoints. */
    public OperationRoutes(Set<String> foreign, Map<String, ConnectionParameters> parameters) {
        this.foreign = Set.copyOf(foreign);
        this.parameters = Map.copyOf(parameters);
    }

    /** What follows {@code provisioning-} in the route's name, for instance {@code contacts-create}. */
    public String of(ProvisioningRequest request) {
        if (!foreign.contains(request.endpoint())) {
            return request.endpoint() + "-" + request.operation().word();
        }
        return onlyTickets(request) ? BY_TICKET : BY_PARAMETER;
    }

    /** As Saviynt's own package for Intercom, which leaves every operation to a ticket. */
    private boolean onlyTickets(ProvisioningRequest request) {
        ConnectionParameters known = parameters.get(request.endpoint());
        return known.find(ParameterNames.of(request.operation())).isEmpty()
                && known.find("CreateTicketJSON").isPresent();
    }
}
