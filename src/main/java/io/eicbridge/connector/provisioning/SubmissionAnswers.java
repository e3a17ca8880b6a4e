package io.eicbridge.connector.provisioning;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.connector.ApiAnswer;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Answers a call with what became of its request, in the words and statuses by which EIC's tasks succeed or fail. */
public final class SubmissionAnswers {
    private static final int DONE = 200;
    private static final int ACCEPTED = 202;
    private static final int REFUSED = 422;
    private static final int GIVEN_UP = 502;
    private static final int LATER = 503;
    private static final Map<String, String> AGAIN = Map.of("Retry-After", "60");

    /** The answer to the caller of this request; {@code prefer} is its header Prefer, null for none. */
    public ApiAnswer told(ProvisioningRequest request, String prefer) {
        return switch (request.state()) {
            case SUCCEEDED -> answer(request, DONE, message(request, "Done."));
            case REJECTED -> answer(request, REFUSED, reason(request, "It was refused."));
            case DISCARDED -> answer(request, REFUSED, reason(request, "The bridge's operators discarded it."));
            case CANCELLED -> answer(request, REFUSED, reason(request, "Its queue item was taken back."));
            case DEAD -> answer(request, GIVEN_UP, reason(request, "All tries are used up."));
            default -> open(request, Preference.of(prefer).later());
        };
    }

    private static ApiAnswer open(ProvisioningRequest request, boolean later) {
        String stands = stands(request);
        return later
                ? answer(request, ACCEPTED, stands + " GET " + place(request) + " tells how it goes on.")
                : answer(request, LATER, stands + " " + remedy(request));
    }

    private static String stands(ProvisioningRequest request) {
        return switch (request.state()) {
            case RUNNING -> "It is still being carried out.";
            case QUEUED -> message(request, reason(request, "Somebody has been asked to do it."));
            case HELD -> reason(request, "It is held until it is released.");
            default -> reason(request, "It waits for its turn.");
        };
    }

    private static String remedy(ProvisioningRequest request) {
        return keyless(request.asked())
                ? "The call had no key, so that the same call would be another request; GET " + place(request)
                        + " tells how this one goes on."
                : "Call again with the same key.";
    }

    private static boolean keyless(NewRequest asked) {
        return asked.key().startsWith(Submissions.KEYLESS);
    }

    private static String place(ProvisioningRequest request) {
        return "/" + request.endpoint() + "/api/v1/requests/" + request.id();
    }

    private static String message(ProvisioningRequest request, String otherwise) {
        return Objects.requireNonNullElse(Reasons.bare(request.message()), otherwise);
    }

    private static String reason(ProvisioningRequest request, String otherwise) {
        return Objects.requireNonNullElse(Reasons.bare(request.reason()), otherwise);
    }

    private static ApiAnswer answer(ProvisioningRequest request, int status, String message) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("errorCode", status < 300 ? "0" : "1")
                .put("message", message);
        body.put(request.operation().ofEntitlement() ? "entitlementID" : "accountID", subject(request))
                .put("requestId", Long.toString(request.id()));
        return new ApiAnswer(status, status == LATER ? AGAIN : Map.of(), body.toString());
    }

    /** The id that Intercom knows, else the one that was given; a name that is yet to be made is none. */
    private static String subject(ProvisioningRequest request) {
        String given = request.operation() == Operation.CREATE_ENTITLEMENT
                ? null
                : request.operation().ofEntitlement() ? request.asked().entitlement() : request.account();
        return Stream.of(request.accountId(), given)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
