package io.eicbridge.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way into a record such as {@code location.city} or {@code addr[1].city}; {@code ~dot#} stands for a dot in a name. */
public final class AttributePath {
    private static final Pattern STEP = Pattern.compile("([^\\[\\]]+)((?:\\[\\d{1,6}])*)");
    private static final Pattern INDEX = Pattern.compile("\\d+");
    private static final String DOT = "~dot#";
    private final Object[] steps;

    private AttributePath(List<Object> steps) {
        this.steps = steps.toArray();
    }

    /**
     * The path of a text; the empty one is the record itself.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    public static AttributePath parse(String text) {
        List<Object> steps = new ArrayList<>();
        if (text.isEmpty()) {
            return new AttributePath(steps);
        }
        for (String part : text.split("\\.", -1)) {
            Matcher step = STEP.matcher(part);
            if (!step.matches()) {
                throw new IllegalArgumentException(
                        "\"" + part + "\" is no step of a path: allowed are name and name[0]");
            }
            steps.add(step.group(1).replace(DOT, "."));
            INDEX.matcher(step.group(2)).results().forEach(index -> steps.add(Integer.valueOf(index.group())));
        }
        return new AttributePath(steps);
    }

    /** What stands there, null where anything on the way is absent. */
    public JsonNode in(JsonNode record) {
        JsonNode at = record;
        for (Object step : steps) {
            if (at == null) {
                return null;
            }
            at = step instanceof String name ? at.get(name) : at.get((Integer) step);
        }
        return at;
    }
}
