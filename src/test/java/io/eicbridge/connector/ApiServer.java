package io.eicbridge.connector;

import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.main.Main;

/** The two API routes as they run in production, on a free port of the loopback address. */
final class ApiServer implements AutoCloseable {
    private final Main main = new Main();

    ApiServer(Map<String, Object> beans) throws Exception {
        Properties properties = new Properties();
        properties.put("camel.server.enabled", "true");
        properties.put("camel.server.host", "127.0.0.1");
        properties.put("camel.server.port", "0");
        properties.put("camel.server.maxBodySize", "100000");
        properties.put("camel.server.fileUploadEnabled", "false");
        properties.put("camel.main.shutdownTimeout", "5");
        properties.put(
                "camel.main.routesIncludePattern",
                "file:routes/accounts-api.camel.yaml,file:routes/status-api.camel.yaml");
        properties.put("camel.main.autoConfigurationEnvironmentVariablesEnabled", "false");
        main.setOverrideProperties(properties);
        beans.forEach(main::bind);
        main.start();
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    int port() {
        return VertxPlatformHttpRouter.lookup(context(), VertxPlatformHttpRouter.PLATFORM_HTTP_ROUTER_NAME_ZERO)
                .getServer()
                .getPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    @Override
    public void close() {
        main.stop();
    }
}
