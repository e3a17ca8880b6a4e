package io.eicbridge.connector;

import io.eicbridge.failure.Configuration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Knows who may call the connector API: holders of the current token and, during a rotation, of the previous one. */
public final class Callers {
    private static final int SHORTEST = 16;
    private static final String SCHEME = "Bearer ";
    private static final String REMEDY = "send the header 'Authorization: Bearer <token>' with the value of"
            + " 'bridge.api-token', or of 'bridge.api-token-previous' during a rotation";

    private final List<byte[]> digests = new ArrayList<>();

    /** Accepts the current token and, until a rotation has ended, the previous one; at least 16 characters each. */
    public Callers(String token, Optional<String> previousToken) {
        digests.add(digest(checked("bridge.api-token", token)));
        previousToken
                .map(value -> checked("bridge.api-token-previous", value))
                .ifPresent(value -> digests.add(digest(value)));
    }

    /** Lets the holder of a valid bearer token pass; {@code Rejected} with status 401 for everybody else. */
    public void admit(String authorization) {
        if (!valid(bearer(authorization))) {
            throw Refusals.unauthorized("This call carries no valid token: " + REMEDY + ".");
        }
    }

    /** The token of a bearer header, empty where there is none. */
    static String bearer(String authorization) {
        boolean bearer = authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return bearer ? authorization.substring(SCHEME.length()).trim() : "";
    }

    /** Compares with every token, all bytes of each, so that time tells nothing about how close a guess was. */
    boolean valid(String token) {
        byte[] digest = digest(token);
        boolean found = false;
        for (byte[] known : digests) {
            found |= MessageDigest.isEqual(known, digest);
        }
        return found;
    }

    private static String checked(String key, String token) {
        if (token == null || token.strip().length() < SHORTEST) {
            throw new Configuration("'" + key + "' has fewer than " + SHORTEST
                    + " characters: set it to a random value, for instance the output of 'openssl rand -hex 32'.");
        }
        return token.strip();
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
