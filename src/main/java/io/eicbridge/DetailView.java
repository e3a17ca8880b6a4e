package io.eicbridge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.connector.provisioning.RequestView;
import io.eicbridge.journal.request.Attempt;
import io.eicbridge.journal.request.AuditEntry;
import io.eicbridge.journal.request.Intent;
import io.eicbridge.provisioning.RequestDetails;
import java.time.Instant;

/** Shows everything that is known of one request. */
final class DetailView {
    private DetailView() {}

    static ObjectNode of(RequestDetails details, boolean audit) {
        ObjectNode json = RequestView.told(details.request());
        ArrayNode attempts = json.putArray("attempts");
        details.attempts().forEach(attempt -> add(attempts.addObject(), attempt));
        ArrayNode steps = json.putArray("steps");
        details.steps().forEach(step -> add(steps.addObject(), step));
        if (audit) {
            ArrayNode entries = json.putArray("audit");
            details.audit().forEach(entry -> add(entries.addObject(), entry));
        }
        return json.set("payload", details.request().bindings());
    }

    private static void add(ObjectNode json, Attempt attempt) {
        json.put("attempt", attempt.number())
                .put("startedAt", attempt.startedAt().toString())
                .put("endedAt", text(attempt.endedAt()))
                .put("outcome", attempt.outcome())
                .put("millis", attempt.took() == null ? null : attempt.took().toMillis())
                .put("calls", attempt.calls())
                .put("reason", attempt.reason())
                .put("intercomRequestId", attempt.intercomRequestId());
    }

    private static void add(ObjectNode json, Intent step) {
        json.put("step", step.step())
                .put("detail", step.detail())
                .put("begunAt", text(step.begunAt()))
                .put("result", step.result());
    }

    private static void add(ObjectNode json, AuditEntry entry) {
        json.put("at", entry.at().toString())
                .put("attempt", entry.attempt())
                .put("who", entry.who())
                .put("event", entry.event())
                .put("method", entry.method())
                .put("place", entry.place())
                .put("status", entry.status())
                .put("body", entry.body())
                .put("reason", entry.reason())
                .put("intercomRequestId", entry.intercomRequestId());
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }
}
