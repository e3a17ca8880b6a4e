package io.eicbridge.flow.watch;

import io.eicbridge.journal.request.Pause;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.health.HealthCheckResultBuilder;

/** Whether requests can be carried out, or wait for a token, a permission or a plan. Seen in the overall health alone. */
public final class PausesHealth implements BridgeCheck {
    private final Supplier<List<Pause>> paused;

    /** Judges by what is paused now. */
    public PausesHealth(Supplier<List<Pause>> paused) {
        this.paused = paused;
    }

    @Override
    public Result call(Map<String, Object> options) {
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this);
        List<Pause> found = look();
        found.forEach(pause -> result.detail(
                "paused." + pause.capability() + "." + pause.kind(),
                pause.since().toString()));
        return found.isEmpty()
                ? result.up().build()
                : result.down().message(message(found)).build();
    }

    /** Without the database nothing can be told of pauses, which the check of the directory tells. */
    private List<Pause> look() {
        try {
            return paused.get();
        } catch (RuntimeException unreachable) {
            return List.of();
        }
    }

    private static String message(List<Pause> found) {
        return "Requests wait: " + found.stream().map(Pause::reason).distinct().collect(Collectors.joining(" "));
    }

    @Override
    public String getId() {
        return "provisioning";
    }
}
