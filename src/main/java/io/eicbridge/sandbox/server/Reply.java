package io.eicbridge.sandbox.server;

import io.vertx.core.buffer.Buffer;

/** An answer ready to be sent; {@code link} is null where there is no such header. */
record Reply(int status, Buffer body, boolean gzipped, String pattern, String link) {}
