package io.eicbridge.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has one operation carried out in Intercom, without EIC. */
@Command(
        name = "provision",
        description = {
            "Has one operation carried out in Intercom, as if EIC had asked for it, and waits a while for its outcome.",
            "What fails for a passing reason is tried again by the bridge, at growing intervals.",
            "Exit codes: 0 done or under way, 1 refused or failed, 2 wrong argument, 3 held by a limit."
        },
        footer = {
            "  eic-bridge provision contacts create --set user.email=ada@example.com --set user.firstname=Ada",
            "  eic-bridge provision contacts add-access 6762f0dd1bb69f9f2193bb83 --type Tag --entitlement 17",
            "  eic-bridge provision contacts disable 6762f0dd1bb69f9f2193bb83"
        })
final class ProvisionCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Program program;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "ENDPOINT",
            converter = EndpointName.class,
            description = "teammates or contacts.")
    private String endpoint;

    @Parameters(
            index = "1",
            paramLabel = "OPERATION",
            converter = OperationName.class,
            description = "create, update, enable, disable, remove, add-access, remove-access, create-entitlement,"
                    + " update-entitlement or delete-entitlement.")
    private String operation;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "ID",
            description = "Intercom's id of the account; not for create and entitlements.")
    private String account;

    @Option(names = "--type", paramLabel = "TYPE", description = "Type of the entitlement, for instance Tag.")
    private String type;

    @Option(names = "--entitlement", paramLabel = "ID", description = "Id or value of the entitlement.")
    private String entitlement;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "What expressions may read, for instance user.email=ada@example.com; may be given often.")
    private Map<String, String> values = new TreeMap<>();

    @Option(
            names = "--bindings",
            paramLabel = "JSON",
            description = "The same as one JSON object: {\"user\":{…},\"requestAccessAttributes\":{…}}.")
    private String bindings;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Names the request, so that the same command twice does it once; a new one if left out.")
    private String key;

    ProvisionCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        ObjectNode order = order();
        try (Bridge bridge = program.bridge()) {
            ObjectNode request = bridge.provision(order);
            spec.commandLine().getOut().println(RequestLine.of(request));
            return RequestLine.code(request);
        }
    }

    /** In the form of a ticket of the API, with endpoint and key beside it. */
    private ObjectNode order() {
        ObjectNode order = bound();
        order.put("endpoint", endpoint).put("operation", operation);
        put(order, "key", key);
        put(order, "accountID", account);
        put(order, "entitlementType", type);
        put(order, operation.equals("create-entitlement") ? "entitlement_value" : "entitlementID", entitlement);
        return order;
    }

    private static void put(ObjectNode order, String name, String value) {
        if (value != null) {
            order.put(name, value);
        }
    }

    private ObjectNode bound() {
        ObjectNode bound = read();
        values.forEach((name, value) -> {
            int dot = name.indexOf('.');
            ObjectNode place = dot < 0 ? bound : bound.withObject("/" + name.substring(0, dot));
            place.put(name.substring(dot + 1), value);
        });
        return bound;
    }

    private ObjectNode read() {
        try {
            JsonNode read = bindings == null ? JSON.createObjectNode() : JSON.readTree(bindings);
            if (read instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // told below, without the text: it may hold personal data
        }
        throw new ParameterException(
                spec.commandLine(),
                "'--bindings' is no JSON object; allowed is for instance '{\"user\":{\"email\":\"…\"}}'.");
    }
}
