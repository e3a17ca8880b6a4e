package io.eicbridge.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds queries of contact searches that mean the same whether Intercom compares days or seconds.
 *
 * <p>Where it compares days, only whole days of the workspace can be addressed: {@code >} means after the given day and
 * {@code <} before it. The given time is then the noon of a day, far from where a change of clocks could move it.
 */
public final class ContactSearch {
    /** Intercom's limit of filters in one group. */
    public static final int MOST_FILTERS = 15;

    private static final int NOON = 12;
    private static final String CREATED = "created_at";
    private static final String UPDATED = "updated_at";
    private final Precision precision;
    private final ZoneId zone;

    /** Queries for a workspace whose days are those of {@code workspaceZone}. */
    public ContactSearch(Precision precision, ZoneId workspaceZone) {
        this.precision = precision;
        this.zone = workspaceZone;
    }

    /** Every contact. */
    public ObjectNode all() {
        return ContactFilter.date(CREATED, ">", 0);
    }

    /**
     * The contacts that were created in a range.
     *
     * @throws IllegalArgumentException if a limit of the range is none that {@link #alignDown} gives
     */
    public ObjectNode createdIn(CreatedRange range) {
        List<ObjectNode> limits = new ArrayList<>();
        if (range.from() != null) {
            limits.add(ContactFilter.date(CREATED, ">", justBefore(checked(range.from()))));
        }
        if (range.to() != null) {
            limits.add(ContactFilter.date(CREATED, "<", at(checked(range.to()))));
        }
        return limits.isEmpty() ? all() : and(limits.toArray(ObjectNode[]::new));
    }

    /**
     * The contacts that were updated at a time or after it, and where days are compared those of its whole day: {@code >} alone
     * would leave out the rest of that day, or its second. There is no upper limit, which would leave out today.
     */
    public ObjectNode updatedSince(Instant time) {
        ObjectNode query = JsonNodeFactory.instance.objectNode().put("operator", "OR");
        query.putArray("value")
                .add(ContactFilter.date(UPDATED, ">", time.getEpochSecond()))
                .add(ContactFilter.date(UPDATED, "=", time.getEpochSecond()));
        return query;
    }

    /**
     * The contacts that meet all conditions; conditions that are themselves all-of are merged, to keep to two levels.
     *
     * @throws IllegalArgumentException for none, or more than {@link #MOST_FILTERS}
     */
    public ObjectNode and(ObjectNode... filters) {
        List<JsonNode> parts = new ArrayList<>();
        for (ObjectNode filter : filters) {
            boolean group = filter.path("operator").asText().equals("AND");
            (group ? filter.get("value") : List.<JsonNode>of(filter)).forEach(parts::add);
        }
        if (parts.isEmpty() || parts.size() > MOST_FILTERS) {
            throw new IllegalArgumentException(parts.size() + " filters, allowed are 1 to " + MOST_FILTERS);
        }
        if (parts.size() == 1) {
            return (ObjectNode) parts.get(0);
        }
        ObjectNode query = JsonNodeFactory.instance.objectNode().put("operator", "AND");
        query.putArray("value").addAll(parts);
        return query;
    }

    /** The last instant at or before {@code time} where a range may begin or end. */
    public Instant alignDown(Instant time) {
        return precision == Precision.DAYS ? startOf(day(time)) : time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The first instant after {@code time} where a range may begin or end. */
    public Instant alignAfter(Instant time) {
        return precision == Precision.DAYS
                ? startOf(day(time).plusDays(1))
                : alignDown(time).plusSeconds(1);
    }

    /** The steps between such instants. */
    public ChronoUnit granularity() {
        return precision == Precision.DAYS ? ChronoUnit.DAYS : ChronoUnit.SECONDS;
    }

    private Instant checked(Instant limit) {
        if (!limit.equals(alignDown(limit))) {
            throw new IllegalArgumentException(limit + " is no limit that Intercom can search by: it compares "
                    + granularity() + ", in the zone " + zone);
        }
        return limit;
    }

    private long justBefore(Instant from) {
        return precision == Precision.DAYS ? noon(day(from.minusSeconds(1))) : from.getEpochSecond() - 1;
    }

    private long at(Instant to) {
        return precision == Precision.DAYS ? noon(day(to)) : to.getEpochSecond();
    }

    private long noon(LocalDate day) {
        return day.atTime(NOON, 0).atZone(zone).toEpochSecond();
    }

    private LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, zone);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
