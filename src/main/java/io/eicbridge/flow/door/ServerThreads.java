package io.eicbridge.flow.door;

import io.vertx.core.VertxOptions;
import java.util.concurrent.TimeUnit;

/** How many threads the HTTP server works with: those of callers that wait, and as many as usual for everybody else. */
public final class ServerThreads {
    /** A caller may wait for minutes without anything being wrong. */
    private static final long QUIET_MINUTES = 10;

    private ServerThreads() {}

    /** What the server's engine takes from the registry; {@code waiting} callers leave the usual threads to all others. */
    public static Object beside(int waiting) {
        return new VertxOptions()
                .setWorkerPoolSize(waiting + VertxOptions.DEFAULT_WORKER_POOL_SIZE)
                .setMaxWorkerExecuteTimeUnit(TimeUnit.MINUTES)
                .setMaxWorkerExecuteTime(QUIET_MINUTES);
    }
}
