package io.eicbridge.dialect.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names that an expression can use, each with a value that it can read and never change. */
public final class Bindings {
    private final Map<String, JsonNode> values;

    private final Clock clock;

    private Bindings(Map<String, JsonNode> values, Clock clock) {
        this.values = values;
        this.clock = clock;
    }

    /** One name and its value, the usual case. */
    public static Bindings of(String name, JsonNode value) {
        return new Bindings(Map.of(name, value), Clock.systemUTC());
    }

    /** Each member of an object under its name. */
    public static Bindings members(JsonNode object) {
        Map<String, JsonNode> values = new HashMap<>();
        object.properties().forEach(member -> values.put(member.getKey(), member.getValue()));
        return new Bindings(values, Clock.systemUTC());
    }

    /** These, and null for each of the names that is not bound. */
    public Bindings orNull(Collection<String> names) {
        Map<String, JsonNode> more = new HashMap<>(values);
        names.forEach(name -> more.putIfAbsent(name, NullNode.getInstance()));
        return new Bindings(more, clock);
    }

    /** These, with the clock that <code>new Date()</code> reads. */
    public Bindings at(Clock clock) {
        return new Bindings(values, clock);
    }

    Instant now() {
        return clock.instant();
    }

    /** The value of a name, empty where nothing is bound to it. */
    public Optional<JsonNode> json(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** These and one more; a name that is there already gets the new value. */
    public Bindings and(String name, JsonNode value) {
        Map<String, JsonNode> more = new HashMap<>(values);
        more.put(name, value);
        return new Bindings(more, clock);
    }

    Object value(String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            throw new Refusal(
                    "nothing is bound to \"" + name + "\" here. Known: " + String.join(", ", values.keySet()));
        }
        return JsonValues.of(value);
    }
}
