package io.eicbridge;

import io.eicbridge.failure.Configuration;
import io.eicbridge.provisioning.contacts.ContactSettings;
import io.eicbridge.provisioning.contacts.ContactSettings.Manner;
import java.util.Map;

/** Reads what is done to contacts that EIC disables or removes. */
final class ContactProvisioningSettings {
    private static final String DISABLE = "contacts.disable";
    private static final String REMOVE = "contacts.remove";
    private static final Map<String, Manner> MANNERS =
            Map.of("archive", Manner.ARCHIVE, "block", Manner.BLOCK, "marker", Manner.MARKER);
    private static final Map<String, Boolean> REMOVALS = Map.of("refuse", false, "delete", true);

    private ContactProvisioningSettings() {}

    static ContactSettings read(SettingsReader reader) {
        Manner manner = MANNERS.get(reader.text(DISABLE));
        Boolean deletes = REMOVALS.get(reader.text(REMOVE));
        String marker = reader.text("contacts.disable-marker");
        if (manner == null) {
            throw new Configuration(
                    SettingsReader.wrong(DISABLE, reader.text(DISABLE), "one of archive, block and marker"));
        }
        if (deletes == null) {
            throw new Configuration(SettingsReader.wrong(REMOVE, reader.text(REMOVE), "refuse or delete"));
        }
        if (manner == Manner.MARKER && marker.isEmpty()) {
            throw new Configuration("Setting \"contacts.disable\" is \"marker\", but \"contacts.disable-marker\" is not"
                    + " set; set it to the name of a custom attribute of contacts, of type boolean.");
        }
        return new ContactSettings(manner, marker, deletes);
    }
}
