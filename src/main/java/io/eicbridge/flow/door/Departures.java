package io.eicbridge.flow.door;

import io.vertx.core.http.HttpServerResponse;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.vertx.HttpMessage;
import org.apache.camel.support.UnitOfWorkHelper;
import org.apache.camel.util.IOHelper;

/**
 * Lets go of calls whose clients leave before their answer is whole. Camel itself waits for ever until such a client
 * takes the rest: the exchange stays in flight, and every stop waits for it until its timeout.
 */
public final class Departures {

    /** Watches the client of one call; the first step of a route that streams, since later ones drop the server's message. */
    public void watch(Exchange exchange) {
        if (exchange.getMessage() instanceof HttpMessage message) {
            HttpServerResponse response = message.getResponse();
            response.closeHandler(left -> {
                // before the head is out the route still works, and Camel finds out by itself
                if (response.headWritten()) {
                    release(exchange);
                }
            });
        }
    }

    /** Ends the reading of a list that nobody takes any more, and the exchange with it. */
    private static void release(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof InputStream list) {
            IOHelper.close(list);
        }
        if (exchange.getUnitOfWork() != null) {
            UnitOfWorkHelper.doneUow(exchange.getUnitOfWork(), exchange);
        }
    }
}
