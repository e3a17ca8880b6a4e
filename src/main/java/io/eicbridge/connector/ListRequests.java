package io.eicbridge.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.connector.ListRequest.View;
import io.eicbridge.failure.Configuration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the query and the body of a call for a list; everything in them is honoured or refused. */
public final class ListRequests {
    private static final List<String> VIEW = List.of("q", "fields", "sort", "order");
    /** Saviynt's template sends it with the name of the list in it; the path says the same. */
    private static final String TOLERATED = "requestedObject";

    private static final Pattern CONSUMER = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    private final int maxPageSize;

    /** {@code bridge.max-pagesize}, in rows: more is refused, since a lowered page would make EIC skip rows. */
    public ListRequests(int maxPageSize) {
        if (maxPageSize < 1) {
            throw new Configuration(
                    "'bridge.max-pagesize' is " + maxPageSize + ": give the number of rows, at least 1.");
        }
        this.maxPageSize = maxPageSize;
    }

    /** The wish of one call; {@code Rejected} with 400 or 413 that names the offending part and what is allowed. */
    ListRequest read(Request request) {
        Parameters parameters = Parameters.read(request.query());
        JsonNode body = JsonBody.read(request.body());
        refuseUnknown(body);
        Map<String, String> view =
                VIEW.stream().collect(Collectors.toMap(name -> name, name -> merged(name, parameters, body)));
        ListRequest.Delta delta = delta(parameters);
        Optional<Integer> pageSize =
                parameters.number("pagesize", 1, maxPageSize).map(Long::intValue);
        return new ListRequest(
                parameters.number("offset", 0, Long.MAX_VALUE / 2).orElse(0L),
                pageSize.isEmpty() && delta.consumer().isPresent() ? Optional.of(maxPageSize) : pageSize,
                parameters.number("run", 1, Long.MAX_VALUE),
                parameters.text("after"),
                delta,
                new View(view.get("q"), names(view.get("fields")), view.get("sort"), view.get("order")));
    }

    /** A delta always comes in pages: its last link is what moves the consumer. */
    private static ListRequest.Delta delta(Parameters parameters) {
        Optional<String> consumer = parameters.text("consumer");
        if (consumer.filter(name -> !CONSUMER.matcher(name).matches()).isPresent()) {
            throw Refusals.invalid("'consumer' is no name: allowed are 1 to 40 letters, digits, '.', '_' and '-'.");
        }
        Optional<Pull> pull = parameters.text("pull").map(Pull::parse);
        if (pull.isPresent() && consumer.isEmpty()) {
            throw Refusals.invalid("'pull' goes with 'consumer': follow 'nextUrl' as it is.");
        }
        return new ListRequest.Delta(consumer, pull);
    }

    private static void refuseUnknown(JsonNode body) {
        body.fieldNames().forEachRemaining(name -> {
            if (!VIEW.contains(name) && !TOLERATED.equals(name)) {
                throw Refusals.invalid("The body has an unknown key: allowed are " + String.join(", ", VIEW) + ".");
            }
        });
    }

    /** A next link repeats the view in its query, so that it can be followed with or without the first body. */
    private static String merged(String name, Parameters parameters, JsonNode body) {
        String told = told(name, body.path(name));
        String linked = parameters.text(name).orElse(told);
        if (!told.isEmpty() && !told.equals(linked)) {
            throw Refusals.invalid("'" + name + "' differs between query and body: give it once.");
        }
        return linked;
    }

    private static String told(String name, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isTextual()) {
            return value.textValue().strip();
        }
        boolean list = value.isArray() && "fields".equals(name);
        if (!list || !elements(value).allMatch(JsonNode::isTextual)) {
            throw Refusals.invalid("'" + name + "' has the wrong type: give a text"
                    + ("fields".equals(name) ? " or a list of texts." : "."));
        }
        return elements(value).map(JsonNode::textValue).collect(Collectors.joining(","));
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static List<String> names(String fields) {
        return Stream.of(fields.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
