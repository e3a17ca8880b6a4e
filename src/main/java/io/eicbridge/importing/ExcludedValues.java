package io.eicbridge.importing;

import io.eicbridge.failure.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Entitlement values that are not imported: a type and a name, with {@code *} for any text. */
public final class ExcludedValues {
    private final String text;
    private final List<Rule> rules = new ArrayList<>();

    private record Rule(String type, Pattern name) {}

    private ExcludedValues(String text) {
        this.text = text;
    }

    /** Reads {@code Tag:tmp-*,Company:Test*}; a type that is not allowed or a missing colon is a Configuration failure. */
    public static ExcludedValues of(String text, Set<String> types) {
        ExcludedValues excluded = new ExcludedValues(text);
        for (String rule : text.split(",")) {
            if (!rule.isBlank()) {
                excluded.rules.add(rule(rule.trim(), types));
            }
        }
        return excluded;
    }

    private static Rule rule(String rule, Set<String> types) {
        int colon = rule.indexOf(':');
        if (colon < 1 || !types.contains(rule.substring(0, colon))) {
            throw new Configuration("Setting \"contacts.entitlements-excluded\" has \"" + rule
                    + "\"; allowed is Type:pattern with a type of " + types + ". Write for instance Tag:tmp-*.");
        }
        String pattern = rule.substring(colon + 1).toLowerCase(Locale.ROOT);
        String regex = "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E";
        return new Rule(rule.substring(0, colon), Pattern.compile(regex, Pattern.DOTALL));
    }

    boolean covers(String type, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return rules.stream()
                .anyMatch(rule ->
                        rule.type().equals(type) && rule.name().matcher(lower).matches());
    }

    String text() {
        return text;
    }
}
