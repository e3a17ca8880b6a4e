package io.eicbridge.packaging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The keys that EIC knows in one object of a parameter, and what stands below each. */
final class Keys {
    /** Whatever stands there is free. */
    static final Keys FREE = new Keys();

    private final Map<String, Keys> known = new LinkedHashMap<>();
    private Keys each;

    static Keys of(String... names) {
        Keys keys = new Keys();
        for (String name : names) {
            keys.known.put(name, FREE);
        }
        return keys;
    }

    /** An object or list of which every member is of this kind, whatever its name. */
    static Keys each(Keys kind) {
        Keys keys = new Keys();
        keys.each = kind;
        return keys;
    }

    Keys with(String name, Keys below) {
        known.put(name, below);
        return this;
    }

    Keys and(Keys others) {
        known.putAll(others.known);
        return this;
    }

    boolean isFree() {
        return known.isEmpty() && each == null;
    }

    Keys each() {
        return each;
    }

    Keys below(String name) {
        return known.get(name);
    }

    Set<String> names() {
        return known.keySet();
    }

    /** All names of this object and of those below, to find what stands at the wrong level. */
    Set<String> allNames() {
        Set<String> all = new TreeSet<>(known.keySet());
        known.values().forEach(below -> all.addAll(below.allNames()));
        if (each != null) {
            all.addAll(each.allNames());
        }
        return all;
    }
}
