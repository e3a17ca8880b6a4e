package io.eicbridge.flow.watch;

import io.eicbridge.failure.About;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.CallListener;
import io.eicbridge.intercom.Lane;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once in the log, and in the gauge {@code eicbridge.token.refused}, that Intercom refuses the token, until it takes one again. */
public final class TokenWatch implements CallListener {
    private static final Logger LOG = LoggerFactory.getLogger(TokenWatch.class);
    private static final int UNAUTHORIZED = 401;
    private final AtomicBoolean refused = new AtomicBoolean();

    /** Shows its gauge in the given registry. */
    public TokenWatch(MeterRegistry meters) {
        Gauge.builder("eicbridge.token.refused", () -> refused.get() ? 1 : 0).register(meters);
    }

    @Override
    public void answered(Call call, int status, Duration took) {
        if (status == UNAUTHORIZED && refused.compareAndSet(false, true)) {
            LOG.error(
                    "Intercom refuses the token, so that nothing is read from it any more: put a valid one into"
                            + " \"intercom.access-token\" and start the bridge again. {}",
                    new About(call.run(), call.endpoint(), ""));
        } else if (status / 100 == 2 && refused.compareAndSet(true, false)) {
            LOG.info("Intercom takes the token again.");
        }
    }

    @Override
    public void refused(Call call) {
        // a call too many tells nothing about the token
    }

    @Override
    public void lost(Call call) {
        // nor does one without an answer
    }

    @Override
    public void waited(Lane lane, Duration time) {
        // nor does a wait for the rate
    }
}
