package io.eicbridge.flow.door;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/** Answers calls that the HTTP server refuses before any route sees them, in the form of every other refusal. */
public final class ServerRefusals {
    private static final int TOO_LARGE = 413;
    private static final int FAULT = 500;

    private ServerRefusals() {}

    /** Takes over from the server that listens on this port of a started context; without it the caller gets plain text. */
    public static void answerFor(CamelContext context, int port) {
        String name = VertxPlatformHttpRouter.getRouterNameFromPort(port);
        VertxPlatformHttpRouter.lookup(context, name).route().failureHandler(ServerRefusals::answer);
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
            case FAULT -> "The bridge failed to answer; its log has the reason. Try again, then tell its operator.";
            default -> "The call was refused with " + status + ": its request line, path or headers are malformed.";
        };
    }
}
