package io.eicbridge.flow.door;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/** Where every call over HTTP comes in before a route sees it: while it is closed, calls wait and nobody is refused. */
public final class Door {
    private static final int FIRST = -1;
    private final Set<HttpServerResponse> inside = ConcurrentHashMap.newKeySet();
    private final List<Runnable> waiting = new ArrayList<>();
    private final Router router;
    private boolean closed;

    private Door(Router router) {
        this.router = router;
    }

    /** The door of the server that listens on this port of a started context. */
    public static Door of(CamelContext context, int port) {
        String name = VertxPlatformHttpRouter.getRouterNameFromPort(port);
        Door door = new Door(VertxPlatformHttpRouter.lookup(context, name));
        door.router.route().order(FIRST).handler(door::come);
        return door;
    }

    /** Lets nobody in any more; those inside are served to the end. */
    public synchronized void close() {
        closed = true;
    }

    /** Lets in who waited, in their order, and everybody from now on. */
    public synchronized void open() {
        closed = false;
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    /** How many calls were let in and have neither got their whole answer nor left. */
    public int inside() {
        inside.removeIf(answer -> answer.ended() || answer.closed());
        return inside.size();
    }

    private void come(RoutingContext call) {
        inside();
        if (admitted(call)) {
            call.next();
        }
    }

    private synchronized boolean admitted(RoutingContext call) {
        if (!closed || inside.contains(call.response())) {
            inside.add(call.response());
            return true;
        }
        Context thread = call.vertx().getOrCreateContext();
        call.request().pause();
        waiting.add(() -> thread.runOnContext(nothing -> letIn(call)));
        return false;
    }

    /** Routed anew: the call itself still knows the paths of the routes that were there when it came. */
    private void letIn(RoutingContext call) {
        if (!call.response().closed() && admitted(call)) {
            router.handle(call.request());
            call.request().resume();
        }
    }
}
