package io.eicbridge.flow.watch;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;

/**
 * Whether the directory can be read. It is the one check of readiness: without the directory EIC gets no list, while
 * with it EIC is served whatever becomes of Intercom. No check is one of liveness: a restart mends none of them.
 */
public final class DirectoryHealth implements BridgeCheck {
    private final Runnable read;

    /** Asks by {@code read}, a cheap look at the directory that throws where it cannot be reached. */
    public DirectoryHealth(Runnable read) {
        this.read = read;
    }

    @Override
    public Result call(Map<String, Object> options) {
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this);
        try {
            read.run();
            return result.up().build();
        } catch (RuntimeException unreachable) {
            return result.down()
                    .message("The directory cannot be read, so that EIC gets no lists and imports fail."
                            + " Check \"directory.url\" and the database.")
                    .build();
        }
    }

    @Override
    public boolean isReadiness() {
        return true;
    }

    @Override
    public String getId() {
        return "directory";
    }
}
