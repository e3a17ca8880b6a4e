package io.eicbridge.dialect.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Which variables of its own an expression can see at a place. */
final class Scopes {
    private final Deque<Map<String, Local>> open = new ArrayDeque<>();
    private int count;

    void enter() {
        open.push(new HashMap<>());
    }

    void leave() {
        open.pop();
    }

    Local declare(String name) {
        Local local = new Local(name, count++);
        open.element().put(name, local);
        return local;
    }

    /** The variable of that name, null where it is none of the expression's own. */
    Local find(String name) {
        return open.stream()
                .filter(scope -> scope.containsKey(name))
                .findFirst()
                .map(scope -> scope.get(name))
                .orElse(null);
    }
}
