package io.eicbridge.cli;

/**
 * How the stand-in for Intercom shall behave; port 0 takes a free one, an empty token admits every bearer token,
 * latency is in milliseconds, the lag of its search index in seconds.
 */
public record SandboxOptions(
        int intercomPort,
        long contacts,
        long seed,
        int latency,
        int teammates,
        String token,
        int indexLag,
        String version) {}
