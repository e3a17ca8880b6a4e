package io.eicbridge;

import io.eicbridge.connector.provisioning.RequestView;
import io.eicbridge.connector.provisioning.Standing;
import io.eicbridge.connector.provisioning.Tickets;
import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.request.Requests;
import io.eicbridge.provisioning.Provisioning;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Makes the desks where commands and callers look at requests, decide about them and hand them in. */
final class RequestsWiring {
    private final RequestsDesk requests;
    private final LettersDesk letters;
    private final SubmitDesk submissions;

    /** How requests of commands come in: what reads them, and how long they are waited for. */
    record Entry(Tickets tickets, Duration longestWait) {}

    RequestsWiring(Store store, Set<String> endpoints, DeadLetters letters, Provisioning provisioning, Entry entry) {
        Map<String, Deciders.Decider> acts = RequestsDesk.acts(provisioning.acts());
        Requests kept = new Requests(Clock.systemUTC());
        Standing standing = new Standing(letters);
        this.requests = new RequestsDesk(
                endpoints,
                provisioning.shelf(),
                () -> standing.of(store, endpoints),
                id -> provisioning.desk().await(id, entry.longestWait()),
                acts);
        this.letters = new LettersDesk(
                store,
                endpoints,
                letters,
                id -> store.read(handle -> kept.find(handle, id)).map(RequestView::told),
                acts);
        this.submissions = new SubmitDesk(entry.tickets(), provisioning.desk(), entry.longestWait());
    }

    Map<String, Object> beans() {
        return Map.of("requestsDesk", requests, "lettersDesk", letters, "submitDesk", submissions);
    }

    RequestsDesk requests() {
        return requests;
    }

    LettersDesk letters() {
        return letters;
    }

    SubmitDesk submissions() {
        return submissions;
    }
}
