package io.eicbridge.sandbox.server;

import io.eicbridge.sandbox.answers.Endpoint;
import io.eicbridge.sandbox.answers.Refusal;
import io.eicbridge.sandbox.answers.Version;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Decides who may ask: token, media type, version of the API, permissions. */
final class Gate {
    private final String token;
    private final Version newest;
    private final Version usual;
    private final Scopes scopes;

    /** A gate that takes one token, or any where it is null; {@code usual} is the version of requests that name none. */
    Gate(String token, Version newest, Version usual, Scopes scopes) {
        this.token = token;
        this.newest = newest;
        this.usual = usual;
        this.scopes = scopes;
    }

    void authorize(HttpServerRequest request) {
        String given = request.getHeader("Authorization");
        if (given == null) {
            throw new Refusal(401, "token_not_found", "No access token was given");
        }
        boolean bearer = given.regionMatches(true, 0, "Bearer ", 0, 7) && given.length() > 7;
        if (!bearer || token != null && !same(given.substring(7).trim())) {
            throw new Refusal(401, "unauthorized", "Access Token Invalid");
        }
    }

    private boolean same(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    void accept(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        if (accept != null
                && !accept.contains("json")
                && !accept.contains("*/*")
                && !accept.contains("application/*")) {
            throw new Refusal(406, "not_acceptable", "The Accept header should be application/json");
        }
    }

    Version version(HttpServerRequest request) {
        String named = request.getHeader("Intercom-Version");
        Optional<Version> version = named == null ? Optional.of(usual) : Version.of(named.trim());
        return version.filter(one -> one.isKnown(newest))
                .orElseThrow(() -> new Refusal(
                        400, "intercom_version_invalid", "The requested version could not be found: " + named));
    }

    void permit(Endpoint endpoint, Version version) {
        if (endpoint.since() > 0 && !version.since(endpoint.since())) {
            throw new Refusal(
                    400, "intercom_version_invalid", "Requested resource is not available in current API version.");
        }
        if (scopes.lacks(endpoint.scope())) {
            throw new Refusal(
                    403,
                    "forbidden",
                    "You do not have the required scope (" + endpoint.scope() + ") to access this resource");
        }
    }
}
