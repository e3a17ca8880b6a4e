package io.eicbridge.sandbox.server;

import io.eicbridge.sandbox.answers.Version;
import java.time.Duration;

/** How the server behaves; port 0 is any free one, token null any token; {@code usual} is the version of requests that name none. */
public record ServerSettings(int port, Duration latency, String token, Version newest, Version usual, int gzipLevel) {}
