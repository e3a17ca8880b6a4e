package io.eicbridge.dialect.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Changes lists and objects that the expression made itself; what is bound never changes. */
final class Changing {
    private Changing() {}

    static Object put(Object owner, Object key, Object value, Evaluation run) {
        if (owner instanceof Map) {
            map(owner).put(key(key), grown(value, run));
            return value;
        }
        if (owner instanceof List && key instanceof Integer index) {
            list(owner).set(index < 0 ? index + list(owner).size() : index, grown(value, run));
            return value;
        }
        throw new Refusal("cannot set a member of " + Kind.of(owner));
    }

    static boolean add(Object owner, Object value, Evaluation run) {
        return list(owner).add(grown(value, run));
    }

    @SuppressWarnings("unchecked")
    static Map<Object, Object> map(Object owner) {
        if (owner instanceof HashMap) {
            return (Map<Object, Object>) owner;
        }
        throw unchangeable();
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object owner) {
        if (owner instanceof ArrayList) {
            return (List<Object>) owner;
        }
        throw unchangeable();
    }

    /** Keys are simple values, because the hash of a list in itself takes for ever. */
    static Object key(Object key) {
        Object plain = key instanceof Interpolation text ? text.text() : key;
        if (plain instanceof List || plain instanceof Map) {
            throw new Refusal("a key is a text or a number, found " + Kind.of(plain));
        }
        return plain;
    }

    private static Object grown(Object value, Evaluation run) {
        run.grow(1);
        return value;
    }

    private static Refusal unchangeable() {
        return new Refusal("changes a value that is bound. Only what the expression made itself can be changed");
    }
}
