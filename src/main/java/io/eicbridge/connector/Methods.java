package io.eicbridge.connector;

import java.util.List;
import java.util.Map;

/** Which HTTP methods each path of the API answers. */
public final class Methods {
    private static final int IN_API = 3;
    /** EIC's connector sends what its connection says, and older ones know no PATCH. */
    private static final Map<String, List<String>> WRITES = Map.of(
            "createAccount", List.of("POST", "PUT"),
            "updateAccount", List.of("PATCH", "PUT", "POST"),
            "removeAccount", List.of("DELETE", "PUT", "POST"),
            "entitlement", List.of("PUT", "POST", "PATCH"),
            "createEntitlement", List.of("POST", "PUT"),
            "updateEntitlement", List.of("PATCH", "PUT", "POST"),
            "deleteEntitlement", List.of("DELETE", "PUT", "POST"));

    private Methods() {}

    /** Refuses every other method with status 405: HEAD, OPTIONS and TRACE are answered nowhere. */
    public static void check(Request request) {
        List<String> allowed = allowed(request);
        if (!allowed.contains(request.method())) {
            throw Refusals.wrongMethod(
                    "This path does not answer " + request.method() + ": use " + String.join(" or ", allowed) + ".");
        }
    }

    /** The methods of the path that was called, the contract's first. */
    static List<String> allowed(Request request) {
        List<String> segments = request.segments();
        if (segments.size() <= IN_API) {
            return List.of("POST");
        }
        String first = segments.get(IN_API);
        boolean one = segments.size() > IN_API + 1;
        return switch (first) {
            case "status", "requests" -> List.of("GET");
            case "accounts" -> one ? List.of("GET", "POST") : List.of("POST");
            case "tickets" -> List.of(one ? "GET" : "POST");
            default -> WRITES.getOrDefault(first, List.of("POST"));
        };
    }
}
