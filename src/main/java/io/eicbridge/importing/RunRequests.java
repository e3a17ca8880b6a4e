package io.eicbridge.importing;

import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.CallListener;
import io.eicbridge.intercom.Lane;
import java.time.Duration;

/** Counts the calls of each live run, refused and lost ones too. */
public final class RunRequests implements CallListener {
    private final LiveRuns live;

    /** Counts for these runs. */
    public RunRequests(LiveRuns live) {
        this.live = live;
    }

    @Override
    public void answered(Call call, int status, Duration took) {
        count(call);
    }

    @Override
    public void refused(Call call) {
        count(call);
    }

    @Override
    public void lost(Call call) {
        count(call);
    }

    @Override
    public void waited(Lane lane, Duration time) {
        // a wait is no call
    }

    private void count(Call call) {
        live.ofEndpoint(call.endpoint())
                .filter(run -> Long.toString(run.getId()).equals(call.run()))
                .ifPresent(run -> run.requests().increment());
    }
}
