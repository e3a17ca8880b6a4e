package io.eicbridge.dialect;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys that one object of a parameter file may have, and those of EIC's that the bridge does not act on, with the reason. */
public record Shape(String name, Set<String> allowed, Map<String, String> refused) {
    /** A shape of exactly these keys. */
    public static Shape of(String name, String... allowed) {
        return new Shape(name, new LinkedHashSet<>(List.of(allowed)), Map.of());
    }

    /** The same shape, with keys that EIC knows and the bridge refuses. */
    public Shape refusing(String reason, String... keys) {
        Map<String, String> all = new HashMap<>(refused);
        for (String key : keys) {
            all.put(key, reason);
        }
        return new Shape(name, allowed, all);
    }

    void check(Located object, Findings findings) {
        object.members().values().stream()
                .filter(member -> !allowed.contains(member.key()))
                .forEach(member -> findings.add(member, objection(member.key())));
    }

    private String objection(String key) {
        String reason = refused.get(key);
        if (reason != null) {
            return "\"" + key + "\" is known to EIC, but the bridge does not act on it: " + reason + ". Remove it";
        }
        return "unknown key \"" + key + "\"" + Spelling.hint(key, allowed) + " Allowed in " + name + ": "
                + String.join(", ", allowed);
    }
}
