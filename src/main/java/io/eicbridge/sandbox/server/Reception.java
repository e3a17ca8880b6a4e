package io.eicbridge.sandbox.server;

import io.eicbridge.sandbox.answers.Api;
import io.eicbridge.sandbox.answers.Mischief;
import io.eicbridge.sandbox.answers.Refusal;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Takes requests as Intercom would: who asks, how often, and after the usual time the answer, unless a fault strikes. */
final class Reception {
    private static final RateWindow.Allowance UNTOLD = null;
    private final Vertx vertx;
    private final Gate gate;
    private final RateWindow window;
    private final Answering answering;
    private final Api api;
    private final Faults faults;
    private final Traffic traffic;
    private final Wire wire;
    private final Duration latency;

    /** A reception that counts calls in a window, or does not where it is null. */
    Reception(
            Vertx vertx,
            Gate gate,
            Scene scene,
            RateWindow window,
            Answering answering,
            Api api,
            Wire wire,
            Duration latency) {
        this.vertx = vertx;
        this.gate = gate;
        this.window = window;
        this.answering = answering;
        this.api = api;
        this.faults = scene.faults();
        this.traffic = scene.traffic();
        this.wire = wire;
        this.latency = latency;
    }

    void receive(HttpServerRequest request, Buffer body) {
        traffic.begin();
        String requestId = UUID.randomUUID().toString();
        try {
            gate.authorize(request);
        } catch (Refusal refusal) {
            refuse(request, refusal, UNTOLD, requestId, null);
            return;
        }
        RateWindow.Allowance allowance = window == null ? UNTOLD : window.admit();
        if (allowance != UNTOLD && !allowance.admitted()) {
            refuse(request, exceeded(allowance.limit()), allowance, requestId, null);
            return;
        }
        admit(request, body, allowance, requestId);
    }

    private static Refusal exceeded(int limit) {
        return new Refusal(429, "rate_limit_exceeded", "Exceeded rate limit of " + limit + " in 10_seconds");
    }

    private void refuse(
            HttpServerRequest request, Refusal refusal, RateWindow.Allowance allowance, String requestId, Fault fault) {
        send(request, answering.refused(refusal, request, requestId), allowance, requestId, fault);
    }

    private void admit(HttpServerRequest request, Buffer body, RateWindow.Allowance allowance, String requestId) {
        Fault fault = faults.strike(request.method().name(), request.path()).orElse(null);
        Optional<Refusal> struck = struck(fault, allowance == UNTOLD ? 0 : allowance.limit());
        if (struck.isPresent()) {
            refuse(request, struck.get(), allowance, requestId, null);
            return;
        }
        long wait = latency.toMillis();
        wait += fault != null && fault.kind() == FaultKind.SLOW ? fault.delay().toMillis() : 0;
        if (wait > 0) {
            vertx.setTimer(wait, fired -> work(request, body, allowance, requestId, fault));
        } else {
            work(request, body, allowance, requestId, fault);
        }
    }

    private Optional<Refusal> struck(Fault fault, int limit) {
        if (fault == null) {
            return Optional.empty();
        }
        return switch (fault.kind()) {
            case REFUSED -> Optional.of(exceeded(limit));
            case STATUS -> Optional.of(ended(fault));
            case SCROLL_LOST -> Optional.of(scrollLost());
            default -> Optional.empty();
        };
    }

    private Refusal scrollLost() {
        api.closeScroll();
        return new Refusal(
                500,
                "server_error",
                "Request failed due to an internal network error. Please restart the scroll operation.");
    }

    private void work(
            HttpServerRequest request, Buffer body, RateWindow.Allowance allowance, String requestId, Fault fault) {
        if (fault != null && fault.kind() == FaultKind.DROPPED) {
            refuse(request, ended(fault), allowance, requestId, fault);
            return;
        }
        Mischief mischief = fault == null ? Mischief.NONE : fault.kind().mischief();
        vertx.executeBlocking(() -> answering.answer(request, body, mischief, requestId), false)
                .onSuccess(reply -> done(request, reply, allowance, requestId, fault))
                .onFailure(failure -> refuse(request, broken(failure), allowance, requestId, null));
    }

    private void done(
            HttpServerRequest request, Reply reply, RateWindow.Allowance allowance, String requestId, Fault fault) {
        FaultKind kind = fault == null ? FaultKind.SLOW : fault.kind();
        if (kind == FaultKind.DONE_STATUS) {
            refuse(request, ended(fault), allowance, requestId, null);
        } else if (kind == FaultKind.DONE_SLOW) {
            vertx.setTimer(
                    Math.max(1, fault.delay().toMillis()), fired -> send(request, reply, allowance, requestId, fault));
        } else {
            send(request, reply, allowance, requestId, fault);
        }
    }

    private static Refusal ended(Fault fault) {
        return new Refusal(fault.status(), "server_error", "Something went wrong");
    }

    private static Refusal broken(Throwable failure) {
        return new Refusal(500, "server_error", "The sandbox itself failed: " + failure);
    }

    private void send(
            HttpServerRequest request, Reply reply, RateWindow.Allowance allowance, String requestId, Fault fault) {
        FaultKind kind = fault == null ? FaultKind.SLOW : fault.kind();
        traffic.end(request.method().name(), reply.pattern(), kind.isSilent() ? 0 : reply.status());
        switch (kind) {
            case DROPPED, DONE_DROPPED -> wire.drop(request);
            case DROPPED_MIDWAY -> wire.sendHalf(request, reply, allowance, requestId);
            case TRUNCATED -> wire.send(request, half(reply), allowance, requestId);
            case EMPTY -> wire.send(request, empty(reply), allowance, requestId);
            default -> wire.send(request, reply, allowance, requestId);
        }
    }

    private static Reply half(Reply reply) {
        Buffer half = reply.body().slice(0, reply.body().length() / 2);
        return new Reply(reply.status(), half, reply.gzipped(), reply.pattern(), reply.link());
    }

    private static Reply empty(Reply reply) {
        return new Reply(reply.status(), Buffer.buffer(), false, reply.pattern(), reply.link());
    }
}
