package io.eicbridge.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Answers the login call of the contract's documents: proof of a token in, the same token out, never a new secret. */
public final class Logins {
    /** EIC renews when a call is refused, whatever it was told here; an hour keeps clients that plan ahead quiet. */
    private static final int SECONDS = 3600;

    private static final List<String> NAMES = List.of("client_secret", "access_token", "token", "password");

    private final Callers callers;

    /** Logins are checked against the same tokens as every other call. */
    public Logins(Callers callers) {
        this.callers = callers;
    }

    /**
     * The OAuth answer {@code {access_token, token_type, expires_in (seconds)}} for a caller whose header, form or JSON
     * body holds a valid token; {@code Rejected} with 401 for everybody else, an empty body included.
     */
    public Map<String, Object> grant(Request request) {
        Methods.check(request);
        String token = Stream.concat(
                        Stream.of(Callers.bearer(request.authorization())),
                        NAMES.stream().map(name -> field(request.body(), name)))
                .filter(callers::valid)
                .findFirst()
                .orElseThrow(() -> Refusals.unauthorized("The login holds no valid token: send the value of"
                        + " 'bridge.api-token' as 'client_secret' in a form or JSON body, or as bearer token."));
        return Map.of("access_token", token, "token_type", "Bearer", "expires_in", SECONDS);
    }

    private static String field(Object body, String name) {
        if (body instanceof Map<?, ?> form) {
            return Objects.toString(form.get(name), "");
        }
        JsonNode value = JsonBody.read(body).path(name);
        return value.isTextual() ? value.textValue() : "";
    }
}
