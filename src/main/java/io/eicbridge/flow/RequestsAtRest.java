package io.eicbridge.flow;

import io.eicbridge.provisioning.Work;
import java.time.Duration;

/** Nothing new is taken to be carried out; what was taken is on its way through the routes, and is waited for like any call. */
public final class RequestsAtRest implements Standstill {
    private final Work work;

    /** Requests that this hands out. */
    public RequestsAtRest(Work work) {
        this.work = work;
    }

    @Override
    public String rest(Duration limit) {
        work.rest();
        return "";
    }

    @Override
    public void goOn() {
        work.goOn();
    }
}
