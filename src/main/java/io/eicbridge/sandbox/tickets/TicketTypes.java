package io.eicbridge.sandbox.tickets;

import io.eicbridge.sandbox.workspace.Time;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The kinds of tickets; a fresh workspace has none. */
public final class TicketTypes {
    private static final int FIRST = 55;
    private static final int FIRST_ATTRIBUTE = 157;
    private final Time time;
    private final Map<Integer, TicketType> types = new ConcurrentSkipListMap<>();
    private int attributes;

    TicketTypes(Time time) {
        this.time = time;
    }

    synchronized void reset() {
        types.clear();
        attributes = 0;
    }

    /** All types. */
    public Collection<TicketType> all() {
        return types.values();
    }

    /** The type of that id. */
    public Optional<TicketType> find(String id) {
        return id.matches("\\d{1,9}") ? Optional.ofNullable(types.get(Integer.parseInt(id))) : Optional.empty();
    }

    /** A new type, which has a title and a description. */
    public synchronized TicketType create(TicketType.Facts facts) {
        String id = String.valueOf(FIRST + types.size());
        List<TicketAttribute> given = List.of(
                attribute(0, true, text(TicketAttribute.TITLE, false)),
                attribute(1, true, text(TicketAttribute.DESCRIPTION, true)));
        return put(new TicketType(id, facts, given, time.second(), time.second()));
    }

    private static TicketAttribute.Facts text(String name, boolean multiline) {
        return new TicketAttribute.Facts(name, "", "string", false, multiline, List.of(), false);
    }

    private TicketAttribute attribute(int order, boolean byDefault, TicketAttribute.Facts facts) {
        return new TicketAttribute(
                FIRST_ATTRIBUTE + attributes++, order, byDefault, facts, time.second(), time.second());
    }

    /** The same type with other facts. */
    public synchronized TicketType change(TicketType type, TicketType.Facts facts) {
        return put(new TicketType(type.id(), facts, type.attributes(), type.createdAt(), time.second()));
    }

    /** A new attribute of a type. */
    public synchronized TicketAttribute addAttribute(TicketType type, TicketAttribute.Facts facts) {
        List<TicketAttribute> all = new ArrayList<>(current(type).attributes());
        TicketAttribute added = attribute(all.size(), false, facts);
        all.add(added);
        put(new TicketType(type.id(), type.facts(), List.copyOf(all), type.createdAt(), time.second()));
        return added;
    }

    /** The same attribute of a type with other facts. */
    public synchronized TicketAttribute changeAttribute(
            TicketType type, TicketAttribute before, TicketAttribute.Facts facts) {
        TicketAttribute after = new TicketAttribute(
                before.id(), before.order(), before.byDefault(), facts, before.createdAt(), time.second());
        List<TicketAttribute> all = current(type).attributes().stream()
                .map(attribute -> attribute.id() == before.id() ? after : attribute)
                .toList();
        put(new TicketType(type.id(), type.facts(), all, type.createdAt(), time.second()));
        return after;
    }

    private TicketType current(TicketType type) {
        return types.get(Integer.parseInt(type.id()));
    }

    private TicketType put(TicketType type) {
        types.put(Integer.parseInt(type.id()), type);
        return type;
    }
}
