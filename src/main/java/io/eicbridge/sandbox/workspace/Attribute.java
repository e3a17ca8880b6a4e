package io.eicbridge.sandbox.workspace;

import io.eicbridge.sandbox.people.Person;
import java.util.List;
import java.util.function.Function;

/**
 * One attribute of a contact: its name, its type, how it is made up, what it is on a contact that was created empty, and the only values
 * it takes, none for any.
 */
public record Attribute(String name, Kind kind, Function<Person, Object> made, Object blank, List<String> options) {
    Attribute(String name, Kind kind, Function<Person, Object> made, Object blank) {
        this(name, kind, made, blank, List.of());
    }

    /** How the names of custom attributes begin. */
    public static final String CUSTOM = "custom_attributes.";

    static Attribute text(String name, Function<Person, Object> made) {
        return new Attribute(name, Kind.TEXT, made, null);
    }

    static Attribute time(String name, Function<Person, Object> made) {
        return new Attribute(name, Kind.TIME, made, null);
    }

    static Attribute flag(String name, Function<Person, Object> made) {
        return new Attribute(name, Kind.FLAG, made, false);
    }

    /** True for an attribute the customer defined. */
    public boolean isCustom() {
        return name.startsWith(CUSTOM);
    }

    /** The name without what marks it as custom. */
    public String shortName() {
        return isCustom() ? name.substring(CUSTOM.length()) : name;
    }
}
