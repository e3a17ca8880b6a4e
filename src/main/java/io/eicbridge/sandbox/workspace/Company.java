package io.eicbridge.sandbox.workspace;

import io.eicbridge.sandbox.people.Firm;
import java.util.HashMap;
import java.util.Map;

/** A company at one moment: as it was made up, with the values that were given since, named as in Intercom's answers. */
public record Company(Firm firm, String name, long updatedAt, Map<String, Object> values) {
    Company(Firm firm) {
        this(firm, firm.name(), firm.updatedAt(), Map.of());
    }

    /** The place in the sandbox. */
    public int number() {
        return firm.index();
    }

    /** Intercom's id. */
    public String id() {
        return firm.id();
    }

    /** The value given under a name, or the made-up one. */
    public Object value(String name, Object made) {
        return values.getOrDefault(name, made);
    }

    Company with(Map<String, ?> changed, long now) {
        Map<String, Object> all = new HashMap<>(values);
        all.putAll(changed);
        return new Company(firm, String.valueOf(all.getOrDefault("name", name)), now, all);
    }
}
