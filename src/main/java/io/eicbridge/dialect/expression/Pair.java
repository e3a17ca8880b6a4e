package io.eicbridge.dialect.expression;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An entry of an object, with the members {@code key} and {@code value}. */
final class Pair extends AbstractMap<String, Object> {
    static final MethodTable ALLOWED = new MethodTable()
            .with("getKey", 0, (pair, arguments, run) -> ((Pair) pair).key)
            .with("getValue", 0, (pair, arguments, run) -> ((Pair) pair).value)
            .with("toString", 0, (pair, arguments, run) -> Building.text(pair, run));
    private final Object key;
    private final Object value;

    Pair(Object key, Object value) {
        this.key = key;
        this.value = value;
    }

    Object key() {
        return key;
    }

    Object value() {
        return value;
    }

    List<Object> both() {
        return Arrays.asList(key, value);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("key", key);
        members.put("value", value);
        return Collections.unmodifiableMap(members).entrySet();
    }
}
