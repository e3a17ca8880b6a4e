package io.eicbridge.sandbox.workspace;

import io.eicbridge.sandbox.people.Person;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** One contact at one moment: a made-up person, or an empty one, with the values and holdings changed since. */
public final class Contact {
    private final Person person;
    private final boolean blank;
    private final Standing standing;
    private final String mergedInto;
    private final Map<String, Object> values;
    private final Map<Holding, Set<Integer>> holdings;

    /** A made-up person, unchanged. */
    Contact(Person person) {
        this(person, false, Standing.LIVE, null, Map.of(), Map.of());
    }

    private Contact(
            Person person,
            boolean blank,
            Standing standing,
            String mergedInto,
            Map<String, Object> values,
            Map<Holding, Set<Integer>> holdings) {
        this.person = person;
        this.blank = blank;
        this.standing = standing;
        this.mergedInto = mergedInto;
        this.values = values;
        this.holdings = holdings;
    }

    /** A contact without values and holdings, created at a Unix second. */
    static Contact created(Person person, boolean blank, String id, long at) {
        Map<String, Object> values = Map.of("id", id, "created_at", at, "updated_at", at);
        return new Contact(person, blank, Standing.LIVE, null, values, Map.of());
    }

    /** The same contact with one value changed; null takes the value away. */
    Contact with(String name, Object value) {
        Map<String, Object> changed = new HashMap<>(values);
        changed.put(name, value);
        return new Contact(person, blank, standing, mergedInto, changed, holdings);
    }

    /** The same contact holding exactly these things of a kind. */
    Contact holding(Holding kind, Set<Integer> numbers) {
        Map<Holding, Set<Integer>> changed = new EnumMap<>(Holding.class);
        changed.putAll(holdings);
        changed.put(kind, new TreeSet<>(numbers));
        return new Contact(person, blank, standing, mergedInto, values, changed);
    }

    /** The same contact in another standing; {@code into} is the id of the contact that took its place, or null. */
    Contact standing(Standing changed, String into) {
        return new Contact(person, blank, changed, into, values, holdings);
    }

    /** The position among all contacts. */
    public int index() {
        return person.index();
    }

    /** Intercom's id. */
    public String id() {
        return (String) value(Attributes.ID);
    }

    /** When it was created, in Unix seconds. */
    public long createdAt() {
        return values.isEmpty() ? person.createdAt() : (Long) value(Attributes.CREATED_AT);
    }

    /** Whether it can be seen. */
    public Standing standing() {
        return standing;
    }

    /** True unless archived, blocked, deleted or merged. */
    public boolean isLive() {
        return standing == Standing.LIVE;
    }

    /** True for a user, false for a lead. */
    public boolean isUser() {
        return "user".equals(value(Attributes.ROLE));
    }

    /** The id of the contact it was merged into, null where it was not. */
    public String mergedInto() {
        return mergedInto;
    }

    /** The value of an attribute: String, Boolean, Integer, Long, or null. */
    public Object value(Attribute attribute) {
        if (!values.isEmpty() && values.containsKey(attribute.name())) {
            return values.get(attribute.name());
        }
        return blank ? attribute.blank() : attribute.made().apply(person);
    }

    /** The numbers of the tags, companies or subscriptions held, ascending; of segments only where they were overridden. */
    public int[] numbers(Holding kind) {
        Set<Integer> changed = holdings.get(kind);
        if (changed != null) {
            return changed.stream().mapToInt(Integer::intValue).toArray();
        }
        return blank ? new int[0] : made(kind);
    }

    private int[] made(Holding kind) {
        return switch (kind) {
            case TAG -> bits(person.possessions().tags());
            case COMPANY -> person.possessions().companies();
            case SUBSCRIPTION -> bits(person.possessions().choices());
            case SEGMENT -> new int[0];
        };
    }

    private static int[] bits(int set) {
        int[] numbers = new int[Integer.bitCount(set)];
        int left = set;
        for (int at = 0; at < numbers.length; at++) {
            numbers[at] = Integer.numberOfTrailingZeros(left);
            left &= left - 1;
        }
        return numbers;
    }

    /** True where the tag, company or subscription of that number is held. */
    public boolean holds(Holding kind, int number) {
        return Arrays.binarySearch(numbers(kind), number) >= 0;
    }

    /** True where the holdings of the kind are no longer the made-up ones. */
    public boolean isOverridden(Holding kind) {
        return holdings.containsKey(kind);
    }

    /** How many notes teammates wrote. */
    public int notes() {
        return blank ? 0 : person.possessions().notes();
    }

    /** The numbers as a set that can be changed. */
    Set<Integer> numberSet(Holding kind) {
        return IntStream.of(numbers(kind)).collect(TreeSet::new, Set::add, Set::addAll);
    }
}
