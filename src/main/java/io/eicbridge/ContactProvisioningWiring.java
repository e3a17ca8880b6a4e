package io.eicbridge;

import io.eicbridge.dialect.provisioning.ConnectionParameters;
import io.eicbridge.directory.EntitlementFinds;
import io.eicbridge.journal.request.Intents;
import io.eicbridge.provisioning.contacts.ContactAccess;
import io.eicbridge.provisioning.contacts.ContactConflicts;
import io.eicbridge.provisioning.contacts.ContactCreation;
import io.eicbridge.provisioning.contacts.ContactDirectory;
import io.eicbridge.provisioning.contacts.ContactDisabling;
import io.eicbridge.provisioning.contacts.ContactEnabling;
import io.eicbridge.provisioning.contacts.ContactMatch;
import io.eicbridge.provisioning.contacts.ContactOwner;
import io.eicbridge.provisioning.contacts.ContactParameters;
import io.eicbridge.provisioning.contacts.ContactRefusal;
import io.eicbridge.provisioning.contacts.ContactRemoval;
import io.eicbridge.provisioning.contacts.ContactSettings;
import io.eicbridge.provisioning.contacts.ContactUpdate;
import io.eicbridge.provisioning.contacts.EntitlementTasks;
import io.eicbridge.store.Store;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the beans of the routes that carry out operations on contacts. */
final class ContactProvisioningWiring {
    /** Addresses that stand in packages made for Intercom; the calls go to the configured one. */
    private static final List<String> PUBLISHED =
            List.of("https://api.intercom.io", "https://api.eu.intercom.io", "https://api.au.intercom.io");

    private final Map<String, Object> beans;

    ContactProvisioningWiring(Settings settings, ImportParts parts, ConnectionParameters sent) {
        Store store = parts.store();
        ContactSettings contacts = settings.contactProvisioning();
        Intents intents = new Intents(parts.clock());
        ContactParameters parameters = parameters(settings, sent);
        ContactDirectory directory =
                new ContactDirectory(store, parts.accounts(), new EntitlementFinds(), parts.disabled());
        this.beans = Map.ofEntries(
                Map.entry("contactCreation", new ContactCreation(parameters, store, intents, parts.clock())),
                Map.entry("contactMatch", new ContactMatch()),
                Map.entry("contactConflicts", new ContactConflicts(store, intents, parts.disabled(), parts.clock())),
                Map.entry("contactUpdate", new ContactUpdate(parameters, directory)),
                Map.entry("contactOwner", new ContactOwner()),
                Map.entry("contactRefusal", new ContactRefusal()),
                Map.entry(
                        "contactDisabling",
                        new ContactDisabling(parameters, directory, contacts, store, parts.disabled())),
                Map.entry(
                        "contactEnabling",
                        new ContactEnabling(parameters, directory, contacts, store, parts.disabled())),
                Map.entry(
                        "contactRemoval", new ContactRemoval(parameters, directory, contacts, store, parts.disabled())),
                Map.entry("contactAccess", new ContactAccess(parameters, directory)),
                Map.entry("entitlementTasks", new EntitlementTasks(parameters, directory)));
    }

    private static ContactParameters parameters(Settings settings, ConnectionParameters sent) {
        String url = settings.intercom().url().toString().replaceFirst("/+$", "");
        return new ContactParameters(
                sent::find, Stream.concat(Stream.of(url), PUBLISHED.stream()).toList());
    }

    Map<String, Object> beans() {
        return beans;
    }
}
