package io.eicbridge.provisioning.queue;

import io.eicbridge.failure.Transient;
import io.eicbridge.intercom.Calls;
import io.eicbridge.journal.Leases;
import io.eicbridge.journal.queue.QueueFacts;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Finds or makes the ticket type and the requester once, one process at a time, and knows them from then on. */
final class QueuePlaces {
    private static final String LEASE = "queue-items-place";
    private static final Duration HELD = Duration.ofMinutes(2);
    private final Store store;
    private final QueueFacts facts;
    private final Leases leases = new Leases();
    private final String holder;
    private final QueueSettings settings;
    private final Calls calls;

    QueuePlaces(Store store, QueueFacts facts, String holder, QueueSettings settings, Calls calls) {
        this.store = store;
        this.facts = facts;
        this.holder = holder;
        this.settings = settings;
        this.calls = calls;
    }

    /**
     * The place, made at its first use on behalf of the request that needs it, whose audit tells what was made; who finds it made waits for
     * nobody.
     */
    QueuePlace place(ProvisioningRequest request) {
        Calls own = call -> calls.send(Sheets.own(request, call));
        TicketTypes types = new TicketTypes(own, settings.ticketType());
        return store.read(handle -> known(handle, types)).orElseGet(() -> madeOnce(types, new Requester(own)));
    }

    private synchronized QueuePlace madeOnce(TicketTypes types, Requester requester) {
        return store.read(handle -> known(handle, types)).orElseGet(() -> made(types, requester));
    }

    /** What is there is looked for anew at the next use: somebody has taken it away. */
    void forget() {
        store.inTransaction(handle -> {
            List.of(QueueFacts.TYPE, QueueFacts.ATTRIBUTES, QueueFacts.REQUESTER)
                    .forEach(name -> facts.forget(handle, name));
            return null;
        });
    }

    private QueuePlace made(TicketTypes types, Requester requester) {
        boolean mine = store.inTransaction(
                handle -> leases.acquire(handle, LEASE, holder, HELD).holder().equals(holder));
        if (!mine) {
            throw new Transient(
                    "No queue item is opened yet: another process is making the ticket type. It is tried again later.",
                    true,
                    null,
                    null);
        }
        try {
            TicketTypes.Found type = types.find();
            keep();
            QueuePlace place = new QueuePlace(type.id(), type.attributes(), requester.find());
            store.inTransaction(handle -> note(handle, place));
            return place;
        } finally {
            store.inTransaction(handle -> {
                leases.release(handle, LEASE, holder);
                return null;
            });
        }
    }

    /** Between two steps that may wait for Intercom's rate. */
    private void keep() {
        if (!store.inTransaction(handle -> leases.heartbeat(handle, LEASE, holder, HELD))) {
            throw new Transient(
                    "No queue item is opened yet: another process has begun to make the requester. It is tried again later.",
                    true,
                    null,
                    null);
        }
    }

    private Optional<QueuePlace> known(Handle handle, TicketTypes types) {
        Optional<String> type = facts.find(handle, QueueFacts.TYPE);
        Optional<String> contact = facts.find(handle, QueueFacts.REQUESTER);
        Set<String> attributes = facts.find(handle, QueueFacts.ATTRIBUTES).stream()
                .flatMap(String::lines)
                .collect(Collectors.toUnmodifiableSet());
        return type.filter(types::stillMeant).flatMap(id -> contact.map(one -> new QueuePlace(id, attributes, one)));
    }

    private QueuePlace note(Handle handle, QueuePlace place) {
        facts.note(handle, QueueFacts.TYPE, place.type());
        facts.note(handle, QueueFacts.ATTRIBUTES, String.join("\n", place.attributes()));
        facts.note(handle, QueueFacts.REQUESTER, place.requester());
        return place;
    }
}
