package io.eicbridge.sandbox.workspace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Changes contacts, one change at a time, and tells whether there was anything to change. */
public final class ContactChanges {
    private final Contacts contacts;
    private final Companies companies;
    private final Activities activities;
    private final Attributes attributes;
    private final Time time;

    ContactChanges(Contacts contacts, Companies companies, Activities activities, Attributes attributes, Time time) {
        this.contacts = contacts;
        this.companies = companies;
        this.activities = activities;
        this.attributes = attributes;
        this.time = time;
    }

    /** Looks and changes without anybody else changing a contact in between. */
    public synchronized <T> T together(Supplier<T> deed) {
        return deed.get();
    }

    /** A new contact with these values, named as in Intercom's answers ({@code custom_attributes.plan}). */
    public synchronized Contact create(Map<String, ?> values) {
        return store(null, withValues(contacts.create(true), values));
    }

    /** A new made-up contact. */
    synchronized Contact createMadeUp() {
        return store(null, contacts.create(false));
    }

    /** Changes values, after which {@code updated_at} is now; tells whether one of them was different. */
    public synchronized boolean update(Contact before, Map<String, ?> values) {
        Contact touched = before.with("updated_at", time.second());
        store(before, withValues(touched, values));
        return values.entrySet().stream().anyMatch(value -> differs(before, value.getKey(), value.getValue()));
    }

    private boolean differs(Contact contact, String name, Object wanted) {
        Object held = attributes.searchable(name).map(contact::value).orElse(null);
        boolean numbers = held instanceof Number && wanted instanceof Number;
        return numbers
                ? ((Number) held).doubleValue() != ((Number) wanted).doubleValue()
                : held == null ? wanted != null : !held.equals(wanted);
    }

    private Contact withValues(Contact contact, Map<String, ?> values) {
        Contact changed = contact;
        for (Map.Entry<String, ?> value : values.entrySet()) {
            if (!Attributes.isSettable(value.getKey())) {
                throw new IllegalArgumentException("A contact has no \"" + value.getKey() + "\"");
            }
            attributes.learn(value.getKey(), value.getValue());
            changed = changed.with(value.getKey(), value.getValue());
        }
        return values.containsKey("email") ? changed.with("email_domain", domain(values.get("email"))) : changed;
    }

    private static String domain(Object email) {
        return email == null
                ? null
                : email.toString().substring(email.toString().indexOf('@') + 1);
    }

    /** Brings a contact into a standing; {@code into} is the contact that took its place, null for none. */
    public synchronized boolean stand(Contact before, Standing standing, String into) {
        boolean changes = before.standing() != standing;
        if (changes) {
            store(before, before.standing(standing, into));
        }
        return changes;
    }

    /** Lets a contact hold the thing of that number, or not any more; {@code updated_at} stays. */
    public synchronized boolean hold(Contact before, Holding kind, int number, boolean held) {
        Set<Integer> numbers = before.numberSet(kind);
        boolean changes = held ? numbers.add(number) : numbers.remove(number);
        if (changes) {
            store(before, before.holding(kind, numbers));
        }
        return changes;
    }

    synchronized void holdExactly(Contact before, Holding kind, Collection<Integer> numbers) {
        store(before, before.holding(kind, new TreeSet<>(numbers)));
    }

    /** Merges one contact into another, which gets its tags and companies as well. */
    synchronized void merge(Contact source, Contact target) {
        Contact merged = target.with("updated_at", time.second());
        for (Holding kind : List.of(Holding.TAG, Holding.COMPANY)) {
            Set<Integer> both = target.numberSet(kind);
            both.addAll(source.numberSet(kind));
            merged = merged.holding(kind, both);
        }
        store(target, merged);
        stand(source, Standing.MERGED, target.id());
    }

    private Contact store(Contact before, Contact after) {
        companies.moved(before, after);
        activities.changed(before, after);
        contacts.put(after);
        return after;
    }
}
