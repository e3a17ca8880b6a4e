package io.eicbridge.sandbox.workspace;

import io.eicbridge.sandbox.people.Ids;
import io.eicbridge.sandbox.people.Population;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;

/** The contacts of the workspace, and the search index that follows them after a while. */
public final class Contacts {
    private final Population population;
    private final Shelf live;
    private final Shelf indexed;
    private final Time time;
    private final Duration lag;
    private final Queue<Pending> pending = new ArrayDeque<>();
    private int created;

    private record Pending(Instant due, Contact contact) {}

    Contacts(Population population, Time time, Duration lag) {
        this.population = population;
        this.live = new Shelf(population);
        this.indexed = new Shelf(population);
        this.time = time;
        this.lag = lag;
    }

    /** Contacts as they are. */
    public Shelf live() {
        return live;
    }

    /** Contacts as the search knows them by now. */
    public synchronized Shelf indexed() {
        Instant now = time.now();
        while (!pending.isEmpty() && !pending.peek().due().isAfter(now)) {
            indexed.put(pending.remove().contact());
        }
        return indexed;
    }

    /** The contact of that id, in any standing. */
    public Optional<Contact> find(String id) {
        return live.find(id);
    }

    /** The user with that external id, one that can be seen before one that cannot. */
    public Optional<Contact> findByExternalId(String externalId) {
        return live.byExternalId(externalId).filter(Contact::isUser).max(Comparator.comparing(Contact::isLive));
    }

    /** Whoever has that external id, and the users who have that address, in any standing; null is nobody's. */
    public Stream<Contact> namesakes(String externalId, String email) {
        return Stream.concat(
                externalId == null ? Stream.empty() : live.byExternalId(externalId),
                email == null ? Stream.empty() : live.byEmail(email).filter(Contact::isUser));
    }

    /** A new contact, created now: empty, or with the values of one more made-up person. */
    synchronized Contact create(boolean blank) {
        int index = population.size() + created++;
        if (index >= Ids.LIMIT) {
            throw new IllegalStateException("The sandbox has no ids left for new contacts: reset it");
        }
        long now = time.second();
        return Contact.created(population.at(index), blank, population.ids().of(now, index), now);
    }

    synchronized void put(Contact contact) {
        live.put(contact);
        pending.add(new Pending(time.now().plus(lag), contact));
    }

    synchronized void reset() {
        pending.clear();
        live.reset();
        indexed.reset();
        created = 0;
    }
}
