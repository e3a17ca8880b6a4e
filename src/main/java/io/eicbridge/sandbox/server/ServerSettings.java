package io.eicbridge.sandbox.server;

import io.eicbridge.sandbox.answers.Version;
import java.time.Duration;

/** How the server behaves; port 0 is any free one, tokens null are any; {@code usual} is the version of requests that name none. */
public record ServerSettings(
        int port, Duration latency, String token, String scimToken, Version newest, Version usual, int gzipLevel) {}
