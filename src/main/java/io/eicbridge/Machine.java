package io.eicbridge;

import io.eicbridge.failure.Configuration;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.flow.door.OwnHeaders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Properties;

/** Camel's own settings for this program: what listens where, thread pools, health and metrics. */
final class Machine {
    private final Settings settings;

    Machine(Settings settings) {
        this.settings = settings;
    }

    /** Every setting of the program, for placeholders, and those of Camel for the selected routes. */
    Properties properties(RouteSelection selection, String metricsUsers) {
        Properties properties = new Properties();
        settings.values().forEach(properties::setProperty);
        properties.setProperty("intercom.url", settings.intercom().url().toString());
        // the settings decide what overrides what: routes would otherwise ask the environment once more, for the demo
        // too
        properties.setProperty("camel.component.properties.environmentVariableMode", "0");
        properties.setProperty("camel.component.properties.systemPropertiesMode", "0");
        properties.setProperty("camel.main.name", "eic-bridge");
        properties.setProperty("camel.main.shutdownTimeout", "25");
        properties.setProperty("camel.main.useMdcLogging", "false");
        properties.setProperty("camel.main.startupSummaryLevel", "Oneline");
        properties.setProperty("camel.main.autoConfigurationLogSummary", "false");
        pool(properties, "import-slices", settings.imports().readers());
        if (selection == RouteSelection.ALL) {
            server(properties);
            management(properties, metricsUsers);
        }
        return properties;
    }

    private static void pool(Properties properties, String name, int size) {
        String key = "camel.threadpool.config[" + name + "].";
        properties.setProperty(key + "id", name);
        properties.setProperty(key + "poolSize", Integer.toString(size));
        properties.setProperty(key + "maxPoolSize", Integer.toString(size));
        properties.setProperty(key + "maxQueueSize", "100000");
    }

    private void server(Properties properties) {
        free("bridge.port", settings.bridge().host(), settings.bridge().port());
        properties.setProperty("camel.server.enabled", "true");
        properties.setProperty("camel.server.host", settings.bridge().host());
        properties.setProperty(
                "camel.server.port", Integer.toString(settings.bridge().port()));
        properties.setProperty(
                "camel.server.maxBodySize", Integer.toString(settings.bridge().maxBody()));
        // no file is ever taken (ServerRefusals); switched off, the server would make a folder in the working folder
        properties.setProperty("camel.server.fileUploadEnabled", "true");
        properties.setProperty("camel.server.fileUploadDirectory", System.getProperty("java.io.tmpdir"));
        settings.bridge().keystore().ifPresent(keystore -> tls(properties, keystore));
        properties.setProperty(
                "camel.component.platform-http.headerFilterStrategy", "#class:" + OwnHeaders.class.getName());
    }

    /** Camel's global TLS settings are those of this server alone: calls to others keep Java's own trust. */
    private static void tls(Properties properties, Keystore keystore) {
        properties.setProperty("camel.server.useGlobalSslContextParameters", "true");
        properties.setProperty("camel.ssl.enabled", "true");
        properties.setProperty("camel.ssl.keyStore", "file:" + keystore.file());
        properties.setProperty("camel.ssl.keystorePassword", keystore.password());
    }

    private void management(Properties properties, String metricsUsers) {
        free(
                "bridge.management-port",
                settings.bridge().managementHost(),
                settings.bridge().managementPort());
        properties.setProperty("camel.management.enabled", "true");
        properties.setProperty("camel.management.host", settings.bridge().managementHost());
        properties.setProperty(
                "camel.management.port", Integer.toString(settings.bridge().managementPort()));
        properties.setProperty("camel.management.healthCheckEnabled", "true");
        properties.setProperty("camel.management.metricsEnabled", "true");
        properties.setProperty("camel.management.authenticationEnabled", "true");
        properties.setProperty("camel.management.authenticationPath", "/observe/metrics");
        properties.setProperty("camel.management.basicPropertiesFile", metricsUsers);
        properties.setProperty("camel.metrics.enabled", "true");
        properties.setProperty("camel.health.enabled", "true");
    }

    /** Camel's server would report a port in use only in the log of another thread. */
    private static void free(String key, String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw new Configuration(
                    "Port " + port + " of \"" + key + "\" cannot be listened on at \"" + host + "\" (" + e.getMessage()
                            + "). Stop the program that has it, or set another port or an address of this machine.");
        }
    }
}
