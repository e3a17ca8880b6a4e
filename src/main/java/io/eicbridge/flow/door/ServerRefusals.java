package io.eicbridge.flow.door;

import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/** Answers calls that the HTTP server refuses before any route sees them, in the form of every other refusal. */
public final class ServerRefusals {
    private static final int MALFORMED = 400;
    private static final int TOO_LARGE = 413;
    private static final int WRONG_TYPE = 415;
    private static final int FAULT = 500;
    private static final int BEFORE_ROUTES = -1;

    private ServerRefusals() {}

    /** Takes over from the server that listens on this port of a started context; without it the caller gets plain text. */
    public static void answerFor(CamelContext context, int port) {
        VertxPlatformHttpRouter routes =
                VertxPlatformHttpRouter.lookup(context, VertxPlatformHttpRouter.getRouterNameFromPort(port));
        routes.route().order(BEFORE_ROUTES).handler(ServerRefusals::withoutFiles);
        routes.route().failureHandler(ServerRefusals::answer);
        HttpServer server = routes.getServer().getServer();
        if (server.requestHandler() instanceof Router outermost) {
            // what has no valid Host header is refused before it comes to any route
            outermost.errorHandler(MALFORMED, ServerRefusals::answer);
        }
    }

    /** Files are not for us; the server would store them before a route could ask who sends them. */
    private static void withoutFiles(RoutingContext call) {
        String type = call.request().getHeader("Content-Type");
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            call.request().resume();
            call.fail(WRONG_TYPE);
        } else {
            call.next();
        }
    }

    private static void answer(RoutingContext call) {
        HttpServerResponse response = call.response();
        if (response.headWritten()) {
            // the caller must not take half an answer for a whole one
            call.request().connection().close();
            return;
        }
        int status = call.statusCode() < 400 ? FAULT : call.statusCode();
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end("{\"errorCode\":\"1\",\"message\":\"" + words(status) + "\"}");
    }

    private static String words(int status) {
        return switch (status) {
            case TOO_LARGE -> "The body is longer than 'bridge.max-body' allows: ask for fewer fields.";
            case WRONG_TYPE ->
                "The body is a form with files; allowed are application/json and, for login, a plain form.";
            case FAULT -> "The bridge failed to answer; its log has the reason. Try again, then tell its operator.";
            default -> "The call was refused with " + status + ": its request line, path or headers are malformed.";
        };
    }
}
