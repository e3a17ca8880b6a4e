package io.eicbridge.flow;

import java.time.Duration;

/**
 * How connections to other systems are made.
 *
 * @param response the longest silence of the other side, before the answer and inside it
 * @param connections how many at a time, to one host and in all: at least import slices plus provisioning workers
 * @param proxyHost the proxy that all go through, empty for none
 */
public record OutboundHttp(Duration connect, Duration response, int connections, String proxyHost, int proxyPort) {}
