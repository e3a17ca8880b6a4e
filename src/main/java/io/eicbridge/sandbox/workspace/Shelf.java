package io.eicbridge.sandbox.workspace;

import io.eicbridge.sandbox.people.Population;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All contacts as one part of Intercom sees them: the lists at once, the search a little later. */
public final class Shelf {
    private final Population population;
    private final Map<Integer, Contact> changed = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();
    private final AtomicInteger live;
    private final Namesakes namesakes;

    Shelf(Population population) {
        this.population = population;
        this.live = new AtomicInteger(population.size());
        this.namesakes = new Namesakes(this);
    }

    /** The people before any change. */
    public Population population() {
        return population;
    }

    /** The contact at a position below the made-up size, or at that of a created one. */
    public Contact at(int index) {
        Contact contact = changed.isEmpty() ? null : changed.get(index);
        return contact == null ? new Contact(population.at(index)) : contact;
    }

    /** True where the contact at the position was changed or created. */
    public boolean isChanged(int index) {
        return !changed.isEmpty() && changed.containsKey(index);
    }

    /** Every contact that was changed or created, those that cannot be seen included. */
    public Collection<Contact> changed() {
        return changed.values();
    }

    /** The contact of that id, in any standing. */
    public Optional<Contact> find(String id) {
        int index = population.ids().indexOf(id);
        boolean exists = index >= 0 && (index < population.size() || isChanged(index));
        return exists ? Optional.of(at(index)).filter(contact -> contact.id().equals(id)) : Optional.empty();
    }

    /** Everybody with that external id, in any standing. */
    public Stream<Contact> byExternalId(String externalId) {
        return namesakes.byExternalId(externalId);
    }

    /** Everybody with that address, upper and lower case being the same, in any standing. */
    public Stream<Contact> byEmail(String email) {
        return namesakes.byEmail(email);
    }

    /** Calls for every contact that can be seen. */
    public void each(Consumer<Contact> visitor) {
        for (int index = 0; index < population.size(); index++) {
            if (!isChanged(index)) {
                visitor.accept(at(index));
            }
        }
        changed.values().stream().filter(Contact::isLive).forEach(visitor);
    }

    /** How many contacts can be seen. */
    public int count() {
        return live.get();
    }

    /** A number that grows with every change. */
    public long version() {
        return version.get();
    }

    synchronized void put(Contact contact) {
        boolean existed = contact.index() < population.size() || isChanged(contact.index());
        boolean wasLive = existed && at(contact.index()).isLive();
        changed.put(contact.index(), contact);
        namesakes.put(contact);
        live.addAndGet((contact.isLive() ? 1 : 0) - (wasLive ? 1 : 0));
        version.incrementAndGet();
    }

    synchronized void reset() {
        changed.clear();
        namesakes.reset();
        live.set(population.size());
        version.incrementAndGet();
    }
}
