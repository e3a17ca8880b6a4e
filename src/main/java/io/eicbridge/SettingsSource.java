package io.eicbridge;

import io.eicbridge.failure.Configuration;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** Reads the values of settings: the file beside the program, overridden by the environment, overridden by {@code -D}. */
final class SettingsSource {
    /** Settings without a default: they stand in the file as comments only. */
    static final Set<String> WITHOUT_DEFAULT = Set.of(
            "intercom.access-token",
            "intercom.client-secret",
            "intercom.proxy-host",
            "intercom.proxy-port",
            "bridge.api-token",
            "bridge.api-token-previous",
            "bridge.public-url",
            "bridge.tls-keystore",
            "bridge.tls-keystore-password",
            "directory.password",
            "contacts.filter",
            "contacts.entitlements-excluded",
            "intercom.scim-url",
            "intercom.scim-token",
            "teammates.role-groups",
            "queue-items.ticket-type",
            "provisioning.foreign-packages",
            "contacts.disable-marker");

    /** A copy of the file in the repository: an older one beside the program need not know the keys of a newer version. */
    private static final String SHIPPED = "application.properties";

    private static final String MARK = "\uFEFF";
    private final Map<String, String> environment;
    private final Properties system;

    SettingsSource(Map<String, String> environment, Properties system) {
        this.environment = environment;
        this.system = system;
    }

    /** Every known key with its effective value; keys without one are left out. What the file does not hold is as shipped. */
    Map<String, String> read(Path file) {
        Map<String, String> values = new TreeMap<>(shipped());
        put(load(file.toString(), text(file)), values);
        WITHOUT_DEFAULT.forEach(key -> values.putIfAbsent(key, ""));
        values.replaceAll((key, value) -> override(key).orElse(value));
        values.values().removeIf(String::isEmpty);
        return values;
    }

    /** The settings as this version of the program comes with them. */
    static Map<String, String> shipped() {
        Map<String, String> values = new TreeMap<>();
        try (InputStream file = SettingsSource.class.getResourceAsStream(SHIPPED)) {
            put(load(SHIPPED, new String(file.readAllBytes(), StandardCharsets.UTF_8)), values);
        } catch (IOException e) {
            throw new IllegalStateException("the program's own file cannot be read", e);
        }
        return values;
    }

    private static void put(Properties properties, Map<String, String> values) {
        properties.forEach(
                (key, value) -> values.put(key.toString(), value.toString().trim()));
    }

    private static Properties load(String file, String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            throw new Configuration(
                    "Settings cannot be read from \"" + file + "\": " + e.getMessage()
                            + " Write a backslash as \\\\, and another character as it is or as \\u with four hexadecimal digits.");
        }
        return properties;
    }

    /** The text of the file, without the mark that some editors put before it. */
    private static String text(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
        } catch (MalformedInputException e) {
            throw new Configuration("Settings cannot be read from \"" + file
                    + "\": the file holds bytes that are no UTF-8. Save it in the encoding UTF-8.");
        } catch (IOException e) {
            throw new Configuration(
                    "Settings cannot be read from \"" + file
                            + "\": the file is missing or unreadable. Start the program from its own folder, or restore the file.");
        }
    }

    private Optional<String> override(String key) {
        String name = variable(key);
        return Optional.ofNullable(system.getProperty(key))
                .or(() -> Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty()))
                .or(() -> Optional.ofNullable(environment.get(name + "_FILE")).map(path -> secret(name, path)))
                .or(() -> Optional.ofNullable(environment.get(name)));
    }

    /** The environment variable that overrides a key. */
    static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static String secret(String name, String path) {
        try {
            return Files.readString(Path.of(path)).trim();
        } catch (IOException e) {
            throw new Configuration("Environment variable \"" + name + "_FILE\" names the file \"" + path
                    + "\", which cannot be read. Give the path of a readable file that holds nothing but the value.");
        }
    }
}
