package io.eicbridge.provisioning;

import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.StoredJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Looks at a new request and tells everything that is wrong with it at once. */
final class Validation {
    private static final int LONGEST = 255;
    private static final int LONGEST_CALLER = 80;
    private static final int LONGEST_BINDINGS = 1_000_000;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private final Map<String, Set<String>> types;

    /** Requests for these endpoints and the types of entitlements that each of them has. */
    Validation(Map<String, Set<String>> types) {
        this.types = new TreeMap<>(types);
    }

    /** Rejected with every violation where there is one. */
    void check(NewRequest asked) {
        List<String> violations = new ArrayList<>();
        endpoint(asked, violations);
        text("caller", asked.caller(), LONGEST_CALLER, violations);
        text("key", asked.key(), LONGEST, violations);
        if (asked.operation() == null) {
            violations.add("the operation is missing");
        } else {
            operands(asked, violations);
        }
        if (asked.bindings() == null) {
            violations.add("the bindings are missing; an empty object is allowed");
        } else if (StoredJson.text(asked.bindings()).length() > LONGEST_BINDINGS) {
            violations.add("the bindings are longer than " + LONGEST_BINDINGS + " characters");
        }
        if (!violations.isEmpty()) {
            throw Refusals.invalid("Nothing is done: " + String.join("; ", violations) + ".");
        }
    }

    private void endpoint(NewRequest asked, List<String> violations) {
        if (asked.endpoint() == null || !types.containsKey(asked.endpoint())) {
            violations.add("there is no endpoint \"" + asked.endpoint() + "\", allowed is one of " + types.keySet());
        }
    }

    private void operands(NewRequest asked, List<String> violations) {
        if (asked.operation().ofAccount()) {
            text("account", asked.account(), LONGEST, violations);
        }
        if (asked.operation().ofAccess() || asked.operation().ofEntitlement()) {
            text("entitlement", asked.entitlement(), LONGEST, violations);
            type(asked, violations);
        }
    }

    private void type(NewRequest asked, List<String> violations) {
        Set<String> allowed = types.getOrDefault(asked.endpoint(), Set.of());
        if (asked.entitlementType() == null || !allowed.contains(asked.entitlementType())) {
            violations.add("there is no entitlement type \"" + asked.entitlementType()
                    + "\" on this endpoint, allowed is" + " one of " + new TreeSet<>(allowed));
        }
    }

    private static void text(String name, String value, int longest, List<String> violations) {
        if (value == null || value.isBlank()) {
            violations.add("the " + name + " is missing");
        } else if (value.length() > longest) {
            violations.add("the " + name + " is longer than " + longest + " characters");
        } else if (CONTROL.matcher(value).find()) {
            violations.add("the " + name + " holds a control character");
        }
    }
}
