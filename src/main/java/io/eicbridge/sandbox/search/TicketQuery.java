package io.eicbridge.sandbox.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.tickets.Desk;
import io.eicbridge.sandbox.tickets.Ticket;
import io.eicbridge.sandbox.tickets.TicketAttribute;
import io.eicbridge.sandbox.tickets.TicketState;
import io.eicbridge.sandbox.tickets.TicketType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Reads the query of a search for tickets, and refuses what Intercom refuses. */
public final class TicketQuery {
    private static final int MOST_FILTERS = 15;
    private static final int DEEPEST = 2;
    private static final String VALUE_OF = "ticket_attribute.";
    private static final Map<String, String> CATEGORIES =
            Map.of("Customer", "request", "Back-office", "task", "Tracker", "tracker");
    private static final Map<String, ToLongFunction<Ticket>> TIMES =
            Map.of("created_at", Ticket::createdAt, "updated_at", Ticket::updatedAt);
    private final Desk desk;
    private final Map<String, Function<Ticket, Object>> fields;

    /** Queries about the tickets of a desk. */
    public TicketQuery(Desk desk) {
        this.desk = desk;
        this.fields = Map.of(
                "id", Ticket::id,
                "title", ticket -> value(ticket, TicketAttribute.TITLE),
                "description", ticket -> value(ticket, TicketAttribute.DESCRIPTION),
                "category", ticket -> CATEGORIES.get(type(ticket).facts().category()),
                "ticket_type_id", Ticket::type,
                "contact_ids", Ticket::contact,
                "admin_assignee_id", ticket -> ticket.handling().admin(),
                "team_assignee_id", ticket -> ticket.handling().team(),
                "open", ticket -> ticket.handling().open(),
                "state", this::category);
    }

    private TicketType type(Ticket ticket) {
        return desk.types().find(ticket.type()).orElseThrow();
    }

    private Object value(Ticket ticket, String name) {
        return type(ticket)
                .named(name)
                .map(attribute -> ticket.values().get(attribute.id()))
                .orElse(null);
    }

    private Object category(Ticket ticket) {
        return desk.states().find(ticket.state()).map(TicketState::category).orElse(null);
    }

    /** The second that tickets are sorted by; other fields are refused. */
    public static ToLongFunction<Ticket> second(String field) {
        ToLongFunction<Ticket> second = TIMES.get(field);
        if (second == null) {
            throw new BadQuery("invalid_field", "Cannot sort by " + field);
        }
        return second;
    }

    /** The tickets that the query asks for. */
    public Predicate<Ticket> read(JsonNode query) {
        if (!query.isObject()) {
            throw new BadQuery("parameter_missing", "query is required");
        }
        return read(query, 0);
    }

    private Predicate<Ticket> read(JsonNode query, int depth) {
        boolean and = query.path("operator").asText().equals("AND");
        return and || query.path("operator").asText().equals("OR") ? group(query, and, depth + 1) : single(query);
    }

    private Predicate<Ticket> group(JsonNode query, boolean and, int depth) {
        JsonNode members = query.path("value");
        if (depth > DEEPEST || !members.isArray() || members.isEmpty() || members.size() > MOST_FILTERS) {
            throw BadQuery.parameter("A group holds 1 to " + MOST_FILTERS + " filters, " + DEEPEST + " levels deep");
        }
        List<Predicate<Ticket>> filters = new ArrayList<>();
        members.forEach(member -> filters.add(read(member, depth)));
        return and
                ? ticket -> filters.stream().allMatch(filter -> filter.test(ticket))
                : ticket -> filters.stream().anyMatch(filter -> filter.test(ticket));
    }

    private Predicate<Ticket> single(JsonNode query) {
        String field = query.path("field").asText();
        String operator = query.path("operator").asText();
        JsonNode value = query.path("value");
        if (field.isEmpty() || operator.isEmpty() || value.isMissingNode()) {
            throw BadQuery.parameter("A filter needs field, operator and value");
        }
        if (field.equals("snoozed_until")) {
            return seconds(ticket -> snoozed(ticket), operator, value);
        }
        ToLongFunction<Ticket> second = TIMES.get(field);
        return second == null ? compared(field(field), operator, value) : seconds(second, operator, value);
    }

    private static long snoozed(Ticket ticket) {
        Long until = ticket.handling().snoozedUntil();
        return until == null ? 0 : until;
    }

    /** An attribute is named by its number, never by its name. */
    private Function<Ticket, Object> field(String field) {
        Function<Ticket, Object> known = fields.get(field);
        boolean attribute = field.matches("ticket_attribute\\.\\d{1,9}");
        if (known == null && !attribute) {
            throw new BadQuery("field_not_found", "The field " + field + " was not found");
        }
        return known == null
                ? ticket -> ticket.values().get(Integer.valueOf(field.substring(VALUE_OF.length())))
                : known;
    }

    private static Predicate<Ticket> seconds(ToLongFunction<Ticket> second, String operator, JsonNode value) {
        if (!value.asText().matches("\\d{1,12}")) {
            throw BadQuery.parameter("The value must be a Unix timestamp");
        }
        long wanted = value.asLong();
        return switch (operator) {
            case "=" -> ticket -> second.applyAsLong(ticket) == wanted;
            case "!=" -> ticket -> second.applyAsLong(ticket) != wanted;
            case ">" -> ticket -> second.applyAsLong(ticket) > wanted;
            case ">=" -> ticket -> second.applyAsLong(ticket) >= wanted;
            case "<" -> ticket -> second.applyAsLong(ticket) < wanted;
            case "<=" -> ticket -> second.applyAsLong(ticket) <= wanted;
            default -> throw refused(operator);
        };
    }

    private static Predicate<Ticket> compared(Function<Ticket, Object> field, String operator, JsonNode value) {
        boolean several = Set.of("IN", "NIN").contains(operator);
        if (several != value.isArray()) {
            throw BadQuery.parameter("The operator " + operator + " has a wrong value");
        }
        List<String> wanted = several ? texts(value) : List.of(lower(value.isNull() ? "" : value.asText()));
        Function<Ticket, String> held = ticket -> lower(field.apply(ticket));
        return switch (operator) {
            case "=", "IN" -> ticket -> wanted.contains(held.apply(ticket));
            case "!=", "NIN" -> ticket -> !wanted.contains(held.apply(ticket));
            case "~" -> ticket -> held.apply(ticket).contains(wanted.get(0));
            case "!~" -> ticket -> !held.apply(ticket).contains(wanted.get(0));
            case "^" -> ticket -> held.apply(ticket).startsWith(wanted.get(0));
            case "$" -> ticket -> held.apply(ticket).endsWith(wanted.get(0));
            default -> throw refused(operator);
        };
    }

    private static List<String> texts(JsonNode values) {
        return Stream.iterate(0, at -> at + 1)
                .limit(values.size())
                .map(at -> lower(values.get(at).asText()))
                .toList();
    }

    private static String lower(Object value) {
        return value == null ? "" : value.toString().toLowerCase(Locale.ROOT);
    }

    private static BadQuery refused(String operator) {
        return BadQuery.parameter("The operator " + operator + " is not supported");
    }
}
