package io.eicbridge.flow;

import java.util.concurrent.TimeUnit;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes the HTTP client do one request for one call: it resends nothing, follows no redirect with our token, keeps no
 * cookies, gives up in time, and has a connection for everybody who calls. Compressed answers are asked for and unpacked.
 */
public final class NoHiddenRetries implements HttpClientConfigurer {
    /** A kept connection that rested longer is tested first: a stale one would lose a call that cannot be repeated. */
    private static final TimeValue RESTED = TimeValue.ofSeconds(1);

    private final OutboundHttp settings;

    /** Configures clients with the given time-outs, connections and proxy. */
    public NoHiddenRetries(OutboundHttp settings) {
        this.settings = settings;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .setConnectionManager(connections())
                .setConnectionManagerShared(false)
                .setDefaultRequestConfig(request());
        if (!settings.proxyHost().isEmpty()) {
            client.setProxy(new HttpHost("http", settings.proxyHost(), settings.proxyPort()));
        }
    }

    private RequestConfig request() {
        return RequestConfig.custom()
                .setResponseTimeout(response())
                .setConnectionRequestTimeout(response())
                .build();
    }

    private HttpClientConnectionManager connections() {
        ConnectionConfig connection = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.connect().toMillis(), TimeUnit.MILLISECONDS))
                .setSocketTimeout(response())
                .setValidateAfterInactivity(RESTED)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .useSystemProperties()
                .setDefaultConnectionConfig(connection)
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(response()).build())
                .setMaxConnPerRoute(settings.connections())
                .setMaxConnTotal(settings.connections())
                .build();
    }

    private Timeout response() {
        return Timeout.of(settings.response().toMillis(), TimeUnit.MILLISECONDS);
    }
}
