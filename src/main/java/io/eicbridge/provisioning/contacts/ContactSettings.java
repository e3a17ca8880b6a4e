package io.eicbridge.provisioning.contacts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * What is done to contacts that EIC disables or removes.
 *
 * @param disable how a contact is disabled
 * @param marker the custom attribute that marks a disabled contact, empty for none
 * @param deletes whether removing deletes a contact in Intercom; it is refused otherwise
 */
public record ContactSettings(Manner disable, String marker, boolean deletes) {
    /** What parameters read as {@code disabling}: the way, and the custom attribute that marks, with its value. */
    ObjectNode bound(Manner way, boolean marks) {
        ObjectNode disabling = JsonNodeFactory.instance.objectNode().put("way", way.word());
        disabling.putObject("attributes").put(marker, marks);
        return disabling;
    }

    /** The ways to disable a contact; its name in lower case is what parameters read of it. */
    public enum Manner {
        /** Archived: it can be brought back, by the bridge or by the next login. */
        ARCHIVE,
        /** Blocked: only a person can take that back. */
        BLOCK,
        /** A custom attribute is set. */
        MARKER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
