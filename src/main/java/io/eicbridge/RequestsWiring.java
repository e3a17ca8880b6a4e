package io.eicbridge;

import io.eicbridge.connector.provisioning.RequestView;
import io.eicbridge.connector.provisioning.Standing;
import io.eicbridge.connector.provisioning.Tickets;
import io.eicbridge.connector.provisioning.WaitingCalls;
import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.Requests;
import io.eicbridge.provisioning.Provisioning;
import io.eicbridge.provisioning.RequestDesk;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;

/** Makes the desks where commands and callers look at requests, decide about them and hand them in. */
final class RequestsWiring {
    private final RequestsDesk requests;
    private final LettersDesk letters;
    private final SubmitDesk submissions;

    /** How requests of commands come in: what reads them, who may wait for them, and how long. */
    record Entry(Tickets tickets, WaitingCalls waiting, Duration longestWait) {}

    RequestsWiring(Store store, Set<String> endpoints, DeadLetters letters, Provisioning provisioning, Entry entry) {
        Map<String, Deciders.Decider> acts = RequestsDesk.acts(provisioning.acts());
        Requests kept = new Requests(Clock.systemUTC());
        Standing standing = new Standing(letters);
        LongFunction<ProvisioningRequest> outcome = outcome(provisioning.desk(), entry);
        this.requests =
                new RequestsDesk(endpoints, provisioning.shelf(), () -> standing.of(store, endpoints), outcome, acts);
        this.letters = new LettersDesk(
                store,
                endpoints,
                letters,
                id -> store.read(handle -> kept.find(handle, id)).map(RequestView::told),
                acts);
        this.submissions = new SubmitDesk(entry.tickets(), provisioning.desk(), outcome);
    }

    /** Where as many wait as may, nothing is lost by not waiting: the bridge itself repeats what commands ask. */
    private static LongFunction<ProvisioningRequest> outcome(RequestDesk desk, Entry entry) {
        return id -> entry.waiting().waited(() -> desk.await(id, entry.longestWait()), () -> desk.show(id));
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
