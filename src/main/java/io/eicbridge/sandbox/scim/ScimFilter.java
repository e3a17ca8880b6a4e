package io.eicbridge.sandbox.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the one form of filter that Intercom's clients send: an attribute that equals a value. */
final class ScimFilter {
    private static final Pattern FORM = Pattern.compile("([A-Za-z.]+)\\s+[eE][qQ]\\s+\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Set<String> USERS = Set.of("username", "emails", "emails.value", "externalid", "id");
    private static final Set<String> GROUPS = Set.of("displayname", "id");

    private ScimFilter() {}

    static Predicate<JsonNode> users(String filter) {
        return read(filter, USERS);
    }

    static Predicate<JsonNode> groups(String filter) {
        return read(filter, GROUPS);
    }

    private static Predicate<JsonNode> read(String filter, Set<String> known) {
        if (filter == null || filter.isBlank()) {
            return all -> true;
        }
        Matcher form = FORM.matcher(filter.trim());
        if (!form.matches() || !known.contains(form.group(1).toLowerCase(Locale.ROOT))) {
            throw ScimForms.refused("invalidFilter", "The filter is not supported: " + filter);
        }
        String attribute = form.group(1).toLowerCase(Locale.ROOT);
        String wanted = form.group(2).replaceAll("\\\\(.)", "$1");
        return shown -> held(shown, attribute).equalsIgnoreCase(wanted);
    }

    private static String held(JsonNode shown, String attribute) {
        return switch (attribute) {
            case "username" -> shown.path("userName").asText();
            case "externalid" -> shown.path("externalId").asText();
            case "displayname" -> shown.path("displayName").asText();
            case "id" -> shown.path("id").asText();
            default -> shown.path("emails").path(0).path("value").asText();
        };
    }
}
