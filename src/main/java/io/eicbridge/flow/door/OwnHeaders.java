package io.eicbridge.flow.door;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.vertx.HttpMessage;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Keeps query parameters and form fields from passing for headers that prove who calls, or decide what a call means. The HTTP server mixes all three
 * in one map; a token in a query would be taken like one in its header, and would stand in the log of every proxy.
 */
public final class OwnHeaders implements HeaderFilterStrategy {
    private static final Set<String> OWN =
            Set.of("authorization", "proxy-authorization", "cookie", "idempotency-key", "prefer");
    private final HeaderFilterStrategy usual = new HttpHeaderFilterStrategy();

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return usual.applyFilterToCamelHeaders(name, value, exchange);
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return usual.applyFilterToExternalHeaders(name, value, exchange)
                || OWN.contains(name.toLowerCase(Locale.ROOT)) && !sent(name, value, exchange);
    }

    private static boolean sent(String name, Object value, Exchange exchange) {
        return exchange != null
                && exchange.getIn() instanceof HttpMessage message
                && message.getRequest().headers().getAll(name).contains(String.valueOf(value));
    }
}
