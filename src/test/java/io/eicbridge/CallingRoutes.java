package io.eicbridge;

import io.eicbridge.flow.RouteFile;
import io.eicbridge.flow.YamlPart;
import io.eicbridge.intercom.Call;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The routes that call Intercom: found in the routes folder, and what each needs to be on the point of its calls. */
final class CallingRoutes {
    private static final Path FOLDER = Path.of("routes").toAbsolutePath();
    private static final String CALL = "direct:intercom-call";
    private static final Map<String, Way> WAYS = Map.of(
            "contact-activities-page", new Way(1, bed -> Map.of()),
            "provisioning-probe-token", new Way(1, bed -> Map.of()),
            "provisioning-call", new Way(1, bed -> Map.of("body", Call.get("/admins"))),
            "import-workspace", new Way(2, bed -> Map.of("run", bed.begun())),
            "import-accounts-page", new Way(1, bed -> Map.of("slice", bed.accountSlice())),
            "import-access-page", new Way(1, bed -> Map.of("slice", bed.accessSlice())));

    /** How many calls the route makes, and the variables that the routes before it would have set. */
    record Way(int calls, Function<RouteBed, Map<String, Object>> variables) {}

    private CallingRoutes() {}

    /** The ids of all routes with a step that calls Intercom, whatever that step is inside of. */
    static List<String> found() {
        return routes().filter(route -> uris(route).anyMatch(CALL::equals))
                .map(route -> route.text("id"))
                .toList();
    }

    /** The ids of all routes that speak HTTP to the outside themselves. */
    static List<String> speakingHttp() {
        return routes().filter(
                        route -> uris(route).anyMatch(uri -> uri.matches("(http|https|rest|vertx-http|netty-http):.*")))
                .map(route -> route.text("id"))
                .toList();
    }

    static Way way(String route) {
        Way way = WAYS.get(route);
        if (way == null) {
            throw new AssertionError("The route '" + route + "' calls Intercom: add to " + CallingRoutes.class
                    + " what it needs, so that it is held to the contract");
        }
        return way;
    }

    private static Stream<YamlPart> routes() {
        return RouteFile.allOf(FOLDER).stream()
                .flatMap(file -> file.entries().stream())
                .flatMap(entry -> entry.field("route").stream());
    }

    /** The addresses of all steps, not the one that the route listens to. */
    private static Stream<String> uris(YamlPart route) {
        return route.field("from").flatMap(from -> from.field("steps")).stream()
                .flatMap(YamlPart::everything)
                .map(part -> part.text("uri"));
    }
}
