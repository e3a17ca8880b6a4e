package io.eicbridge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.flow.Reloaded;
import io.eicbridge.flow.RouteProblem;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Has the routes replaced for those who ask over the API; it answers at once, as their own call has to end before that. */
public final class RoutesDesk {
    private static final int CONFLICT = 409;
    private static final int MISSING = 404;
    private Supplier<Reloaded> reload;
    private long number;
    private Reloaded result;

    /** Begins to serve, once there are routes to replace. */
    synchronized void serve(Supplier<Reloaded> how) {
        reload = how;
    }

    /** Begins a reload of the routes folder: {@code {"reload":1}}; a Rejected failure while one is under way. */
    public synchronized ObjectNode reload() {
        if (reload == null) {
            throw new Rejected("Only the routes of a running bridge can be reloaded.", CONFLICT, "", null);
        }
        if (number > 0 && result == null) {
            throw new Rejected("Reload " + number + " is under way; wait for its end.", CONFLICT, "", null);
        }
        number++;
        result = null;
        Thread work = new Thread(() -> carryOut(reload), "routes-reload");
        work.setDaemon(true);
        work.start();
        return JsonNodeFactory.instance.objectNode().put("reload", number);
    }

    private void carryOut(Supplier<Reloaded> how) {
        Reloaded ended = how.get();
        synchronized (this) {
            result = ended;
        }
    }

    /**
     * How far a reload is: {@code {"reload", "state" (running, live, unchanged, broken, refused), "changed", "added", "gone",
     * "problems":[{file, line, column, message, remedy}], "reason", "millis"}}.
     */
    public synchronized ObjectNode state(String reloadNumber) {
        if (number == 0 || !Long.toString(number).equals(reloadNumber)) {
            throw new Rejected(
                    "There is no reload \"" + reloadNumber + "\"; the last one is " + number + ".", MISSING, "", null);
        }
        ObjectNode state = JsonNodeFactory.instance.objectNode().put("reload", number);
        return result == null ? state.put("state", "running") : told(state, result);
    }

    private static ObjectNode told(ObjectNode state, Reloaded result) {
        state.put("state", result.outcome().name().toLowerCase(Locale.ROOT));
        list(state.putArray("changed"), result.changes().changed());
        list(state.putArray("added"), result.changes().added());
        list(state.putArray("gone"), result.changes().gone());
        ArrayNode problems = state.putArray("problems");
        result.problems().forEach(problem -> told(problems.addObject(), problem));
        return state.put("reason", result.reason()).put("millis", result.took().toMillis());
    }

    private static void list(ArrayNode array, List<String> ids) {
        ids.forEach(array::add);
    }

    private static void told(ObjectNode node, RouteProblem problem) {
        node.put("file", problem.file().toString())
                .put("line", problem.line())
                .put("column", problem.column())
                .put("message", problem.message())
                .put("remedy", problem.remedy());
    }
}
