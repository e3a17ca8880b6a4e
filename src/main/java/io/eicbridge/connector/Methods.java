package io.eicbridge.connector;

import java.util.List;

/** Which HTTP methods each path of the API answers. */
final class Methods {
    private static final int IN_API = 3;

    private Methods() {}

    /** Refuses every other method with status 405: HEAD, OPTIONS and TRACE are answered nowhere. */
    static void check(Request request) {
        List<String> allowed = allowed(request);
        if (!allowed.contains(request.method())) {
            throw Refusals.wrongMethod(
                    "This path does not answer " + request.method() + ": use " + String.join(" or ", allowed) + ".");
        }
    }

    /** The methods of the path that was called, the contract's first. */
    static List<String> allowed(Request request) {
        List<String> segments = request.segments();
        boolean memberships = segments.size() == IN_API + 2 && "accounts".equals(segments.get(IN_API));
        boolean status = segments.size() == IN_API + 1 && "status".equals(segments.get(IN_API));
        if (memberships) {
            return List.of("GET", "POST");
        }
        return List.of(status ? "GET" : "POST");
    }
}
