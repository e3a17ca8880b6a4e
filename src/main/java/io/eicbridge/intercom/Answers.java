package io.eicbridge.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.eicbridge.failure.Failure;
import io.eicbridge.failure.Transient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Judges what came back on a call, once and for everybody, and tells pace and listener about it. */
public final class Answers {
    private static final int RATE = 429;
    private static final Set<Integer> WITHOUT_BODY = Set.of(202, 204, 205);
    private final LostCall lost;
    private final Pace pace;
    private final CallListener listener;
    private final BiFunction<Call, Answer, Failure> verdict;

    /** Judges answers of the Intercom at {@code url}. */
    public Answers(URI url, Pace pace, CallListener listener) {
        this(new LostCall(url, "intercom.url"), pace, listener, (call, answer) -> Verdict.on(call, Refusal.of(answer)));
    }

    private Answers(LostCall lost, Pace pace, CallListener listener, BiFunction<Call, Answer, Failure> verdict) {
        this.lost = lost;
        this.pace = pace;
        this.listener = listener;
        this.verdict = verdict;
    }

    /** Judges answers of the SCIM server at {@code url}, whose errors are of another form. */
    public static Answers ofScim(URI url, Pace pace, CallListener listener) {
        return new Answers(new LostCall(url, "intercom.scim-url"), pace, listener, ScimVerdict::on);
    }

    /**
     * The answer, where the status is 2xx or accepted by the call.
     *
     * @param headers names in any case; the status is in {@code CamelHttpResponseCode}
     * @param body bytes, a stream, a string or null
     * @throws io.eicbridge.failure.Failure Transient for 408, 429, 5xx and a 2xx whose content is missing or cut,
     *     Configuration for token, permission and plan, Rejected for every other status
     */
    public Answer read(Call call, Map<String, Object> headers, Object body) {
        AnswerHeaders received = new AnswerHeaders(headers);
        Duration took = pace.observe(call, headers);
        Optional<JsonNode> json = content(call, body);
        count(call, received.status(), took);
        Answer answer = answer(received, json.orElse(MissingNode.getInstance()));
        listener.heard(call, answer);
        boolean succeeded = answer.status() / 100 == 2;
        if (!succeeded && !call.accepted().contains(answer.status())) {
            throw verdict.apply(call, answer);
        }
        boolean readable = json.isPresent() && (!answer.body().isMissingNode() || mayBeEmpty(call, answer));
        if (succeeded && !readable) {
            throw withoutContent(call, answer);
        }
        return answer;
    }

    /**
     * Judges a call that got no answer.
     *
     * @throws Transient always
     */
    public Answer lost(Call call, Exception cause) {
        pace.lost(call);
        listener.lost(call);
        throw lost.because(call, cause);
    }

    /** Some deletions are answered with 200 and nothing. */
    private static boolean mayBeEmpty(Call call, Answer answer) {
        return WITHOUT_BODY.contains(answer.status()) || call.method().equals("DELETE");
    }

    private void count(Call call, int status, Duration took) {
        if (status == RATE) {
            listener.refused(call);
        } else {
            listener.answered(call, status, took);
        }
    }

    private Optional<JsonNode> content(Call call, Object body) {
        try {
            return AnswerBody.read(body, call.idsOnly());
        } catch (IOException broken) {
            listener.lost(call);
            throw lost.because(call, broken);
        }
    }

    private static Answer answer(AnswerHeaders headers, JsonNode body) {
        String id = Ids.text(body.path("request_id"));
        String requestId = id.isEmpty() ? headers.text("X-Request-Id") : id;
        return new Answer(
                headers.status(), body, headers.date(), requestId.isEmpty() ? null : requestId, headers.text("Link"));
    }

    private static Transient withoutContent(Call call, Answer answer) {
        String message = "No answer to " + call.place() + " yet: Intercom answered " + answer.status()
                + " with missing or cut content. " + Repetition.end(call);
        return new Transient(message, call.idempotent(), answer.requestId(), null, answer.status());
    }
}
