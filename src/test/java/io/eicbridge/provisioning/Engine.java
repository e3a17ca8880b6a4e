package io.eicbridge.provisioning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.failure.Configuration;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.intercom.Call;
import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.Hints;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.journal.request.RetryOwner;
import io.eicbridge.sandbox.SettableClock;
import io.eicbridge.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Provisioning over a real database, whose routes are the test itself: it takes a request and says how it ended. */
final class Engine {
    static final Instant BEGIN = Instant.parse("2026-11-20T10:00:00Z");
    private static final ProvisioningSettings SETTINGS = new ProvisioningSettings(
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5)),
            Duration.ofSeconds(25),
            Duration.ofSeconds(15),
            3,
            2,
            Duration.ofMinutes(1),
            false,
            Set.of(),
            90,
            7,
            400);
    private final AtomicInteger keys = new AtomicInteger();
    private final List<String> outcomes = new ArrayList<>();
    private final SettableClock clock;
    private final Store store;
    private final Provisioning provisioning;

    private Engine(Store store, SettableClock clock, String holder) {
        this.store = store;
        this.clock = clock;
        this.provisioning = new Provisioning(
                SETTINGS,
                Map.of("contacts", Set.of("Tag", "Company"), "teammates", Set.of("Team")),
                Set.of("teammates"),
                new Provisioning.Tools(
                        store,
                        clock,
                        holder,
                        new DeadLetters(clock),
                        new Hints(clock),
                        (request, outcome) -> outcomes.add(request.operation().word() + " " + outcome),
                        () -> {}));
    }

    static Engine on(Store store) {
        return new Engine(store, new SettableClock(BEGIN), "one");
    }

    /** Another process on the same database, with the same time. */
    Engine other() {
        return new Engine(store, clock, "other");
    }

    Provisioning provisioning() {
        return provisioning;
    }

    SettableClock clock() {
        return clock;
    }

    Store store() {
        return store;
    }

    List<String> outcomes() {
        return outcomes;
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    /** Asks on behalf of EIC, under a key of its own. */
    long ask(Operation operation, String account) {
        return ask(operation, account, null, "{}");
    }

    long ask(Operation operation, String account, String tag, String bindings) {
        return provisioning
                .desk()
                .accept(asked("k" + keys.incrementAndGet(), operation, account, tag, RetryOwner.CALLER, bindings))
                .request()
                .id();
    }

    /** Asks for something that the bridge repeats by itself. */
    long command(Operation operation, String account) {
        return command(operation, account, null);
    }

    long command(Operation operation, String account, String tag) {
        return provisioning
                .desk()
                .accept(asked("k" + keys.incrementAndGet(), operation, account, tag, RetryOwner.BRIDGE, "{}"))
                .request()
                .id();
    }

    static NewRequest asked(
            String key, Operation operation, String account, String tag, RetryOwner owner, String bindings) {
        return new NewRequest(
                "contacts", "eic", key, operation, account, tag == null ? null : "Tag", tag, owner, json(bindings));
    }

    static ObjectNode json(String text) {
        try {
            return new ObjectMapper().readValue(text.replace('\'', '"'), ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The next request that a worker gets; null for none. */
    ProvisioningRequest next() {
        return provisioning.work().next();
    }

    /** Takes everything that can be taken now, without carrying it out. */
    List<Long> taken() {
        List<Long> ids = new ArrayList<>();
        for (ProvisioningRequest request = next(); request != null; request = next()) {
            ids.add(request.id());
        }
        return ids;
    }

    String succeed(ProvisioningRequest request) {
        return outcomes(provisioning).succeeded(request, Effect.done("c" + request.id(), "Done."));
    }

    String fail(ProvisioningRequest request, RuntimeException failure) {
        return outcomes(provisioning).failed(request, failure);
    }

    ProvisioningRequest of(long id) {
        return provisioning.desk().show(id);
    }

    RequestState state(long id) {
        return of(id).state();
    }

    private static Outcomes outcomes(Provisioning provisioning) {
        return (Outcomes) provisioning.beans().get("outcomes");
    }

    PauseKeeper pauses() {
        return (PauseKeeper) provisioning.beans().get("pauseKeeper");
    }

    /** A token, a permission or a plan is missing. */
    void pause(ProvisioningRequest request, String capability) {
        outcomes(provisioning).paused(request, new Configuration("Grant it.", capability, "req_c"));
    }

    int retries() {
        return ((RetryJob) provisioning.beans().get("retryJob")).run();
    }

    void sweep() {
        ((Sweep) provisioning.beans().get("provisioningSweep")).look();
    }

    static Transient passing() {
        return new Transient("No answer yet.", true, "req_t", null);
    }

    static Rejected refused() {
        return new Rejected("It is not allowed.", 422, "not_allowed", "req_r");
    }

    /** What a restart makes of it, over the reopened database. */
    Engine after(Store reopened) {
        return new Engine(reopened, clock, "restarted");
    }

    /** Sends something on behalf of a request, as its route would. */
    void sends(ProvisioningRequest request) {
        provisioning
                .callAudit()
                .sending(Call.write("PUT", "/contacts/c1", json("{'name':'Ada Lovelace'}"))
                        .forRequest(request.id()));
    }

    void remove() {
        ((OldRecords) provisioning.beans().get("oldRecords")).remove();
    }
}
