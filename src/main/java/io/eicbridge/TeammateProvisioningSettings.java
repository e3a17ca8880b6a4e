package io.eicbridge;

import io.eicbridge.failure.Configuration;
import io.eicbridge.intercom.ScimSettings;
import io.eicbridge.intercom.Token;
import io.eicbridge.provisioning.queue.QueueSettings;
import io.eicbridge.provisioning.teammates.TeammateSettings;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How teammates are changed, and how people are asked for what no API can do. */
record TeammateProvisioningSettings(ScimSettings scim, TeammateSettings teammates, QueueSettings queue) {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String ROLE_GROUPS = "teammates.role-groups";

    static TeammateProvisioningSettings read(SettingsReader reader) {
        ScimSettings scim = reader.checked(new ScimSettings(null, null), () -> scim(reader));
        TeammateSettings teammates = new TeammateSettings(
                scim.present(),
                reader.flag("intercom.preview"),
                reader.oneOf("teammates.disable", "queue", "delete").equals("delete"),
                reader.checked(Map.of(), () -> roleGroups(reader.text(ROLE_GROUPS))));
        return new TeammateProvisioningSettings(scim, teammates, queue(reader));
    }

    private static ScimSettings scim(SettingsReader reader) {
        String url = reader.text("intercom.scim-url");
        Token token = new Token(reader.text("intercom.scim-token"));
        try {
            return new ScimSettings(URI.create(url), token);
        } catch (IllegalArgumentException e) {
            throw new Configuration(SettingsReader.wrong(
                    "intercom.scim-url", url, "the Base URL that Intercom shows for provisioning"));
        }
    }

    private static QueueSettings queue(SettingsReader reader) {
        return new QueueSettings(
                Optional.of(reader.text("queue-items.ticket-type")).filter(id -> !id.isEmpty()),
                reader.flag("queue-items.enqueue"),
                reader.duration("queue-items.search-lag", Duration.ZERO, DAY),
                reader.duration("queue-items.grace", Duration.ZERO, YEAR),
                reader.duration("queue-items.invitation", Duration.ZERO, YEAR),
                reader.oneOf("queue-items.not-done", "reopen", "dead").equals("reopen"),
                reader.duration("queue-items.reminder", Duration.ZERO, YEAR),
                reader.duration("queue-items.limit", Duration.ZERO, YEAR),
                Duration.ofDays(reader.number("provisioning.keep-days", 1, 36_500)));
    }

    /** Pairs such as {@code Support Agent=intercom-agents}, one for each role that a group gives. */
    private static Map<String, String> roleGroups(String text) {
        Map<String, String> groups = new LinkedHashMap<>();
        for (String pair : text.isBlank() ? new String[0] : text.split(",")) {
            String[] parts = pair.split("=", -1);
            if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw new Configuration(
                        SettingsReader.wrong(ROLE_GROUPS, text, "pairs Role=Group, for instance Support Agent=agents"));
            }
            groups.put(parts[0].strip(), parts[1].strip());
        }
        return groups;
    }
}
