package io.eicbridge.sandbox.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.workspace.Attribute;
import io.eicbridge.sandbox.workspace.Contact;
import io.eicbridge.sandbox.workspace.Holding;
import io.eicbridge.sandbox.workspace.Kind;
import io.eicbridge.sandbox.workspace.Segment;
import io.eicbridge.sandbox.workspace.Tag;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the query of a search into a filter, and refuses what Intercom refuses. */
public final class QueryReader {
    private static final int MOST_FILTERS = 15;
    private static final int DEEPEST = 2;
    private static final Set<String> GROUPS = Set.of("AND", "OR");
    private static final Set<String> EITHER = Set.of("=", "!=");
    private final Workspace workspace;

    /** A reader of queries on a workspace. */
    public QueryReader(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The filter that the query asks for; dates match by the second where {@code exact}, else by the day. */
    public Filter read(JsonNode query, boolean exact) {
        if (!query.isObject()) {
            throw new BadQuery("parameter_missing", "query is required");
        }
        return read(query, new DateTest(workspace.zone(), exact), 0);
    }

    private Filter read(JsonNode query, DateTest dates, int depth) {
        String operator = query.path("operator").asText();
        return GROUPS.contains(operator) ? group(query, dates, depth + 1) : single(query, dates);
    }

    private Filter group(JsonNode query, DateTest dates, int depth) {
        JsonNode members = query.path("value");
        if (depth > DEEPEST) {
            throw BadQuery.parameter("Filters can be nested " + DEEPEST + " levels deep");
        }
        if (!members.isArray() || members.isEmpty() || members.size() > MOST_FILTERS) {
            throw BadQuery.parameter("A group holds 1 to " + MOST_FILTERS + " filters");
        }
        List<Filter> filters = new ArrayList<>();
        members.forEach(member -> filters.add(read(member, dates, depth)));
        return query.path("operator").asText().equals("AND") ? new Filter.All(filters) : new Filter.Any(filters);
    }

    private Filter single(JsonNode query, DateTest dates) {
        String field = query.path("field").asText();
        String operator = query.path("operator").asText();
        JsonNode value = query.path("value");
        if (field.isEmpty() || operator.isEmpty() || value.isMissingNode()) {
            throw BadQuery.parameter("A filter needs field, operator and value");
        }
        return switch (field) {
            case "tag_id" -> tag(operator, value);
            case "segment_id" -> segment(operator, value);
            default -> attribute(field, operator, value, dates);
        };
    }

    private Filter attribute(String field, String operator, JsonNode value, DateTest dates) {
        Attribute attribute = workspace
                .attributes()
                .searchable(field)
                .orElseThrow(() -> new BadQuery("invalid_field", "Unknown search field " + field));
        if (value.isNull() && EITHER.contains(operator)) {
            return ValueTest.absent(attribute, operator.equals("="));
        }
        boolean dated = attribute.kind() == Kind.TIME || attribute.kind() == Kind.DAY;
        return dated ? dates.of(attribute, operator, value) : ValueTest.of(attribute, operator, value);
    }

    private Filter tag(String operator, JsonNode value) {
        if (!EITHER.contains(operator)) {
            throw BadQuery.parameter("The operator " + operator + " is not supported on tag_id");
        }
        Optional<Tag> tag = workspace.tags().find(value.asText());
        Predicate<Contact> holds = contact ->
                tag.isPresent() && contact.holds(Holding.TAG, tag.get().number());
        return new Filter.Test(operator.equals("=") ? holds : holds.negate());
    }

    private Filter segment(String operator, JsonNode value) {
        if (operator.equals("IN") || operator.equals("NIN")) {
            List<Filter> each = new ArrayList<>();
            value.forEach(one -> each.add(segment("=", one)));
            Filter any = new Filter.Any(each);
            return operator.equals("IN") ? any : new Filter.Test(contact -> !any.matches(contact));
        }
        if (!EITHER.contains(operator)) {
            throw BadQuery.parameter("The operator " + operator + " is not supported on segment_id");
        }
        Optional<Segment> segment = Segment.find(value.asText());
        Predicate<Contact> holds =
                contact -> segment.isPresent() && workspace.segments().holds(segment.get(), contact);
        return new Filter.Test(operator.equals("=") ? holds : holds.negate());
    }
}
