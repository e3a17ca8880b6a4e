package io.eicbridge.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.failure.Transient;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.CallListener;
import io.eicbridge.intercom.Lane;
import io.eicbridge.journal.request.Audit;
import io.eicbridge.journal.request.AuditEntry;
import io.eicbridge.journal.request.Claims;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.Requests;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Audits every try of every call that belongs to a request. What may change something is written before it is sent, so that nothing is ever
 * done without a trace; the rest is written with what comes next.
 */
public final class CallAudit implements CallListener {
    private final Store store;
    private final Audit audit;
    private final Claims claims;
    private final Requests requests;
    private final InHand inHand;
    private final Masking masking;
    private final Clock clock;

    CallAudit(Store store, Audit audit, Claims claims, Requests requests, InHand inHand, Masking masking, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.claims = claims;
        this.requests = requests;
        this.inHand = inHand;
        this.masking = masking;
        this.clock = clock;
    }

    /** The call as one of the request that the route carries out; as it is where there is none, or where it says so itself. */
    public Call marked(Object request, Call call) {
        return call != null && call.request() == 0 && request instanceof ProvisioningRequest carried
                ? call.forRequest(carried.id())
                : call;
    }

    /**
     * Notes that a call is about to be sent.
     *
     * @throws Transient where another process has taken the request over: it is not sent then
     */
    public void sending(Call call) {
        if (call.request() == 0) {
            return;
        }
        Trail trail = inHand.trail(call.request());
        note(call, trail, entry(call, trail, "sent", null, call.body(), null));
        if (trail != null) {
            trail.sent(call.writes());
            if (call.writes()) {
                confirm(trail);
            }
        }
    }

    /** Writes what was noted, where the request is still this process's. */
    private void confirm(Trail trail) {
        ProvisioningRequest request = trail.request();
        List<AuditEntry> entries = trail.drain();
        boolean ours = store.inSmallTransaction(handle -> {
            audit.add(handle, entries);
            return claims.confirm(handle, request.id(), request.attempt(), inHand.holder());
        });
        if (!ours) {
            throw new Transient(
                    "Nothing more is sent: another process took the request over. " + request.context(),
                    false,
                    null,
                    null);
        }
    }

    @Override
    public void heard(Call call, Answer answer) {
        if (call.request() != 0) {
            Trail trail = inHand.trail(call.request());
            note(call, trail, entry(call, trail, "answered", answer.status(), answer.body(), answer.requestId()));
        }
    }

    @Override
    public void lost(Call call) {
        if (call.request() != 0) {
            Trail trail = inHand.trail(call.request());
            note(call, trail, entry(call, trail, "lost", null, null, null));
        }
    }

    /** A call outside of an attempt, as a look at a queue item, is written at once. */
    private void note(Call call, Trail trail, AuditEntry entry) {
        if (trail != null) {
            trail.note(entry);
        } else {
            store.inSmallTransaction(handle -> {
                audit.add(handle, List.of(entry));
                return call;
            });
        }
    }

    private AuditEntry entry(
            Call call, Trail trail, String event, Integer status, JsonNode body, String intercomRequestId) {
        Optional<ProvisioningRequest> request =
                trail == null ? store.read(handle -> find(handle, call.request())) : Optional.of(trail.request());
        return new AuditEntry(
                0,
                call.request(),
                request.map(ProvisioningRequest::attempt).orElse(0),
                clock.instant(),
                request.map(known -> known.asked().caller()).orElse(""),
                event,
                call.method(),
                call.place().substring(call.method().length() + 1),
                status,
                masking.shown(body),
                null,
                intercomRequestId);
    }

    private Optional<ProvisioningRequest> find(Handle handle, long id) {
        return requests.find(handle, id);
    }

    @Override
    public void answered(Call call, int status, Duration took) {
        // told whole by heard
    }

    @Override
    public void refused(Call call) {
        // told whole by heard
    }

    @Override
    public void waited(Lane lane, Duration time) {
        // no call was made
    }
}
