package io.eicbridge.sandbox.server;

import io.eicbridge.sandbox.workspace.Time;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Puts answers on the network, whole or spoilt. */
final class Wire {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private final Time time;
    private final String mediaType;

    Wire(Time time, String mediaType) {
        this.time = time;
        this.mediaType = mediaType;
    }

    void send(HttpServerRequest request, Reply reply, RateWindow.Allowance allowance, String requestId) {
        head(request, reply, allowance, requestId).end(reply.body());
    }

    /** The beginning of the body under the length of the whole, then nothing any more. */
    void sendHalf(HttpServerRequest request, Reply reply, RateWindow.Allowance allowance, String requestId) {
        Buffer body = reply.body();
        head(request, reply, allowance, requestId)
                .putHeader("Content-Length", String.valueOf(body.length()))
                .write(body.slice(0, body.length() / 2))
                .onComplete(written -> request.connection().close());
    }

    void drop(HttpServerRequest request) {
        request.connection().close();
    }

    private HttpServerResponse head(
            HttpServerRequest request, Reply reply, RateWindow.Allowance allowance, String requestId) {
        HttpServerResponse response = request.response().setStatusCode(reply.status());
        response.putHeader("Date", HTTP_DATE.format(time.now()));
        response.putHeader("Content-Type", mediaType);
        response.putHeader("X-Request-Id", requestId);
        if (allowance != null) {
            response.putHeader("X-RateLimit-Limit", String.valueOf(allowance.limit()));
            response.putHeader("X-RateLimit-Remaining", String.valueOf(allowance.remaining()));
            response.putHeader("X-RateLimit-Reset", String.valueOf(allowance.reset()));
        }
        if (reply.gzipped()) {
            response.putHeader("Content-Encoding", "gzip");
        }
        return reply.link() == null ? response : response.putHeader("Link", reply.link());
    }
}
