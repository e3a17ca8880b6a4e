package io.eicbridge;

import io.eicbridge.failure.Configuration;
import io.eicbridge.importing.EndpointImport;
import io.eicbridge.importing.ExcludedValues;
import io.eicbridge.importing.ImportSettings;
import io.eicbridge.importing.IncrementalSettings;
import io.eicbridge.importing.Keeping;
import io.eicbridge.intercom.IntercomSettings;
import io.eicbridge.intercom.Scope;
import io.eicbridge.intercom.Token;
import io.eicbridge.provisioning.ProvisioningSettings;
import io.eicbridge.provisioning.contacts.ContactSettings;
import io.eicbridge.store.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * All settings of the program, checked.
 *
 * @param home the folder that holds application.properties, routes/ and connections/
 * @param values every key with its effective text, for the placeholders of routes
 */
record Settings(
        Path home,
        Map<String, String> values,
        IntercomSettings intercom,
        StoreSettings directory,
        BridgeSettings bridge,
        ImportSettings imports,
        Keeping keeping,
        Coverage teammates,
        Coverage contacts,
        WebhookSettings webhooks,
        ProvisioningSettings provisioning,
        TeammateProvisioningSettings teammateProvisioning,
        ContactSettings contactProvisioning) {

    static final Set<String> TEAMMATE_TYPES = Set.of("Team", "Role", "Seat");
    static final Set<String> CONTACT_TYPES = Set.of("Tag", "Company", "Subscription", "Segment");
    /** Keys that only routes use. */
    static final Set<String> OF_ROUTES = Set.of(
            "intercom.redeliveries",
            "intercom.redelivery-delay",
            "intercom.redelivery-delay-limit",
            "housekeeping.cron",
            "teammates.import.full.cron",
            "contacts.import.full.cron",
            "teammates.import.incremental.cron",
            "contacts.import.incremental.cron",
            "contacts.activities.sweep",
            "webhooks.contacts-sweep",
            "webhooks.teammates-sweep",
            "provisioning.workers",
            "provisioning.sweep",
            "provisioning.retry.cron",
            "queue-items.sweep");

    /** What is imported of one endpoint. */
    record Coverage(Set<String> entitlements, Set<String> memberships, ExcludedValues excluded, Scope scope) {}

    /** Reads and checks everything; one Configuration failure names every problem. */
    static Settings read(Path home) {
        return of(
                home,
                new SettingsSource(System.getenv(), System.getProperties())
                        .read(home.resolve("application.properties")));
    }

    /** Settings of these values, each key as in application.properties. */
    static Settings of(Path home, Map<String, String> values) {
        SettingsReader reader = new SettingsReader(values);
        Settings settings = new Settings(
                home,
                Map.copyOf(values),
                reader.checked(null, () -> intercom(reader)),
                directory(reader, home),
                reader.checked(null, () -> BridgeSettings.read(reader, home)),
                imports(reader),
                keeping(reader),
                new Coverage(
                        reader.names("teammates.entitlements", TEAMMATE_TYPES),
                        reader.names("teammates.entitlements", TEAMMATE_TYPES),
                        ExcludedValues.of("", TEAMMATE_TYPES),
                        Scope.parse("")),
                reader.checked(null, () -> contacts(reader)),
                reader.checked(null, () -> WebhookSettings.read(reader)),
                ProvisioningValues.read(reader),
                TeammateProvisioningSettings.read(reader),
                reader.checked(null, () -> ContactProvisioningSettings.read(reader)));
        reader.text("connections.folder");
        reader.number("intercom.connections", 1, 1_000);
        reader.number("routes.suspend-limit", 1, 600_000);
        ofRoutes(reader, "intercom.redeliveries", 100);
        ofRoutes(reader, "intercom.redelivery-delay", 600_000);
        ofRoutes(reader, "intercom.redelivery-delay-limit", 600_000);
        ofRoutes(reader, "contacts.activities.sweep", 86_400_000);
        ofRoutes(reader, "webhooks.contacts-sweep", 86_400_000);
        ofRoutes(reader, "webhooks.teammates-sweep", 86_400_000);
        ofRoutes(reader, "provisioning.workers", 1_000);
        ofRoutes(reader, "provisioning.sweep", 60_000);
        ofRoutes(reader, "queue-items.sweep", 86_400_000);
        reader.cron("provisioning.retry.cron");
        reader.cron("teammates.import.full.cron");
        reader.cron("contacts.import.full.cron");
        reader.finish(OF_ROUTES);
        return settings;
    }

    /** A number that only routes use; where it is missing, the check of the routes tells who needs it. */
    private static void ofRoutes(SettingsReader reader, String key, int most) {
        if (!reader.text(key).isEmpty()) {
            reader.number(key, 0, most);
        }
    }

    private static IntercomSettings intercom(SettingsReader reader) {
        return new IntercomSettings(
                uri("intercom.url", reader.text("intercom.url")),
                new Token(reader.text("intercom.access-token")),
                reader.text("intercom.api-version"),
                Duration.ofMillis(reader.number("intercom.connect-timeout", 1, 600_000)),
                Duration.ofMillis(reader.number("intercom.response-timeout", 1, 600_000)),
                reader.number("intercom.rate-share", 0, 90) / 100.0,
                reader.text("intercom.proxy-host"),
                reader.text("intercom.proxy-port").isEmpty() ? 0 : reader.number("intercom.proxy-port", 1, 65_535));
    }

    private static URI uri(String key, String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new Configuration(SettingsReader.wrong(key, text, "a URL such as https://api.intercom.io"));
        }
    }

    private static StoreSettings directory(SettingsReader reader, Path home) {
        String url = reader.checked("", () -> DirectoryUrl.of(reader.text("directory.url"), home));
        return new StoreSettings(url, reader.text("directory.user"), reader.text("directory.password"));
    }

    private static ImportSettings imports(SettingsReader reader) {
        return new ImportSettings(
                reader.number("import.parallel", 1, 200),
                reader.number("import.slices-per-reader", 1, 50),
                reader.number("contacts.list-below", 0, 10_000_000),
                reader.decimal("import.completeness-margin", 0, 5),
                Duration.ofHours(reader.number("import.resume-within", 0, 720)),
                Duration.ofMillis(reader.number("import.scroll-retry", 1, 600_000)),
                new IncrementalSettings(
                        Duration.ofMinutes(reader.number("contacts.import.incremental.overlap", 0, 1_440)),
                        reader.number("contacts.import.incremental.member-pages", 1, 1_000_000),
                        Duration.ofHours(reader.number("contacts.import.incremental.reread-within", 1, 720))));
    }

    private static Keeping keeping(SettingsReader reader) {
        return new Keeping(
                reader.number("history.keep-days", 1, 36_500),
                reader.number("forget.after-days", 0, 36_500),
                reader.number("consumers.keep-days", 1, 36_500),
                reader.number("runs.keep-days", 2, 36_500),
                reader.number("runs.keep-targeted-days", 2, 36_500),
                reader.number("dead-letters.keep-days", 1, 36_500));
    }

    private static Coverage contacts(SettingsReader reader) {
        return new Coverage(
                reader.names("contacts.entitlements", CONTACT_TYPES),
                reader.names("contacts.memberships", CONTACT_TYPES),
                ExcludedValues.of(reader.text("contacts.entitlements-excluded"), CONTACT_TYPES),
                Scope.parse(reader.text("contacts.filter")));
    }

    /** The same settings over another database. */
    Settings withDirectory(StoreSettings other) {
        return new Settings(
                home,
                values,
                intercom,
                other,
                bridge,
                imports,
                keeping,
                teammates,
                contacts,
                webhooks,
                provisioning,
                teammateProvisioning,
                contactProvisioning);
    }

    /** How long everything that uses routes may take to come to rest before they are replaced. */
    Duration suspendLimit() {
        return Duration.ofMillis(Long.parseLong(values.get("routes.suspend-limit")));
    }

    /** The folder of an endpoint's connection parameters. */
    Path connection(String endpoint) {
        return home.resolve(values.get("connections.folder")).resolve(endpoint);
    }

    /** What the settings and the endpoint's parameters say about its imports. */
    EndpointImport endpoint(String name, io.eicbridge.dialect.ImportParameters parameters) {
        boolean ofContacts = EndpointImport.CONTACTS.equals(name);
        Coverage coverage = ofContacts ? contacts : teammates;
        return new EndpointImport(
                name,
                parameters,
                coverage.entitlements(),
                coverage.memberships(),
                coverage.excluded(),
                coverage.scope(),
                ofContacts ? contactProvisioning.marker() : "");
    }

    /** Without the values, some of which are secrets. */
    @Override
    public String toString() {
        return "Settings[home=" + home + "]";
    }
}
