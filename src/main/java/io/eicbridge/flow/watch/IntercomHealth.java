package io.eicbridge.flow.watch;

import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.CallListener;
import io.eicbridge.intercom.Lane;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;

/**
 * Whether Intercom answers and takes our token, as the last call found; it makes no calls of its own and is up until the
 * first. It is seen in the overall health alone: the bridge serves EIC from its directory while Intercom is away.
 */
public final class IntercomHealth implements BridgeCheck, CallListener {
    private static final int UNAUTHORIZED = 401;

    private volatile String trouble = "";

    @Override
    public Result call(Map<String, Object> options) {
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this);
        String found = trouble;
        return found.isEmpty()
                ? result.up().build()
                : result.down().message(found).build();
    }

    @Override
    public String getId() {
        return "intercom";
    }

    @Override
    public void answered(Call call, int status, Duration took) {
        trouble = switch (CallOutcome.of(call, status)) {
            case TRANSIENT ->
                "Intercom answered the last call with " + status + ". Calls are tried again by themselves.";
            case REJECTED ->
                status == UNAUTHORIZED
                        ? "Intercom refuses the token, so that nothing is imported. Check \"intercom.access-token\"."
                        : "";
            default -> "";
        };
    }

    @Override
    public void refused(Call call) {
        trouble = "";
    }

    @Override
    public void lost(Call call) {
        trouble = "Intercom did not answer the last call. Check \"intercom.url\", network and proxy if this stays.";
    }

    @Override
    public void waited(Lane lane, Duration time) {
        // a wait for the rate is no trouble: it is counted by the metrics
    }
}
