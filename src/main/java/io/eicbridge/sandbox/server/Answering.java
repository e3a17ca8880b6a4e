package io.eicbridge.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.eicbridge.sandbox.answers.Asked;
import io.eicbridge.sandbox.answers.Endpoints;
import io.eicbridge.sandbox.answers.JsonBytes;
import io.eicbridge.sandbox.answers.Mischief;
import io.eicbridge.sandbox.answers.Refusal;
import io.eicbridge.sandbox.answers.Version;
import io.eicbridge.sandbox.search.BadQuery;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Finds the endpoint of a request and lets it write the answer, or the refusal. */
final class Answering {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Endpoints.Match UNKNOWN = new Endpoints.Match(null, Map.of());
    private final Endpoints endpoints;
    private final Gate gate;
    private final Packing packing;
    private final Refusal.Form refusals;
    private final ThreadLocal<JsonBytes> out = ThreadLocal.withInitial(JsonBytes::new);

    Answering(Endpoints endpoints, Gate gate, Packing packing, Refusal.Form refusals) {
        this.endpoints = endpoints;
        this.gate = gate;
        this.packing = packing;
        this.refusals = refusals;
    }

    /** The answer to a request whose caller is known already; {@code gate} null lets everybody in. */
    Reply answer(HttpServerRequest request, Buffer body, Mischief mischief, String requestId) {
        JsonBytes json = out.get().clear();
        Endpoints.Match match =
                endpoints.match(request.method().name(), request.path()).orElse(UNKNOWN);
        try {
            write(request, body, mischief, match, json);
            return reply(match.endpoint().status(), request, match, json, null);
        } catch (Refusal refusal) {
            return refused(refusal, request, match, requestId);
        } catch (BadQuery query) {
            return refused(new Refusal(400, query.code(), query.getMessage()), request, match, requestId);
        } catch (IllegalArgumentException wrong) {
            return refused(new Refusal(400, "parameter_invalid", wrong.getMessage()), request, match, requestId);
        }
    }

    /** The body of a refusal decided elsewhere. */
    Reply refused(Refusal refusal, HttpServerRequest request, String requestId) {
        Endpoints.Match match =
                endpoints.match(request.method().name(), request.path()).orElse(UNKNOWN);
        return refused(refusal, request, match, requestId);
    }

    private Reply refused(Refusal refusal, HttpServerRequest request, Endpoints.Match match, String requestId) {
        JsonBytes json = out.get().clear();
        refusals.write(refusal, requestId, json);
        return reply(refusal.status(), request, match, json, refusal.link());
    }

    private Reply reply(int status, HttpServerRequest request, Endpoints.Match match, JsonBytes json, String link) {
        boolean gzip = packing.isWorthIt(request.getHeader("Accept-Encoding"), json);
        String pattern = match == UNKNOWN ? "(unknown)" : match.endpoint().pattern();
        return new Reply(status, gzip ? packing.gzip(json) : packing.plain(json), gzip, pattern, link);
    }

    private void write(
            HttpServerRequest request, Buffer body, Mischief mischief, Endpoints.Match match, JsonBytes json) {
        gate.accept(request);
        Version version = gate.version(request);
        if (match == UNKNOWN) {
            throw new Refusal(404, "not_found", "The requested resource was not found");
        }
        gate.permit(match.endpoint(), version);
        Map<String, String> query = new HashMap<>();
        request.params().forEach(query::put);
        String url = request.scheme() + "://" + request.authority();
        Asked asked =
                new Asked(request.method().name(), request.path(), query, match.variables(), read(body), version, url);
        match.endpoint().writer().write(asked, mischief, json);
    }

    private static JsonNode read(Buffer body) {
        if (body.length() == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body.getBytes());
        } catch (IOException malformed) {
            throw new Refusal(400, "parameter_invalid", "The body is not JSON");
        }
    }
}
