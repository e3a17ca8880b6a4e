package io.eicbridge.flow;

import io.eicbridge.flow.door.Door;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;

/** Calls over HTTP are answered to their end, and those that come meanwhile wait at the door. */
public final class CallsAtRest implements Standstill {
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(5);
    private final CamelContext context;
    private final Door door;

    /** The calls that come through this door, and everything else that is on its way through the context's routes. */
    public CallsAtRest(CamelContext context, Door door) {
        this.context = context;
        this.door = door;
    }

    @Override
    public String rest(Duration limit) {
        door.close();
        long end = System.nanoTime() + limit.toNanos();
        while (!atRest() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK);
        }
        return atRest() ? "" : "calls are still being answered" + busyRoutes();
    }

    private boolean atRest() {
        return door.inside() == 0 && context.getInflightRepository().size() == 0;
    }

    private String busyRoutes() {
        String busy = context.getRoutes().stream()
                .map(Route::getRouteId)
                .filter(id -> context.getInflightRepository().size(id) > 0)
                .collect(Collectors.joining(", "));
        return busy.isEmpty() ? "" : " by " + busy;
    }

    @Override
    public void goOn() {
        door.open();
    }
}
