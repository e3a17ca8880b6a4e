package io.eicbridge.provisioning.parameter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.dialect.provisioning.RenderedCall;
import io.eicbridge.failure.Configuration;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.intercom.Answer;
import io.eicbridge.journal.request.Intent;
import io.eicbridge.journal.request.Intents;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.StoredJson;
import io.eicbridge.store.Store;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps calls of foreign parameters that cannot be repeated from being made twice: each is written down before it is sent, with its answer
 * afterwards. Nobody knows how to look up what such a call has brought about, so that one without an answer is told to a person.
 */
public final class SingleSteps {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Whatever an earlier attempt did of the step, the next one sends the call. */
    private static final String RESEND = "send again";

    private static final int REFUSED = 400;
    private static final int DISTURBED = 500;
    private static final int LONGEST = 900_000;
    private static final int LONGEST_NAME = 80;
    private final Store store;
    private final Intents intents;

    /** Steps that are kept in this store. */
    public SingleSteps(Store store, Intents intents) {
        this.store = store;
        this.intents = intents;
    }

    /** The answer to a call: of an earlier attempt where it was made then, otherwise of {@code call}. */
    Answer once(ProvisioningRequest request, RenderedCall rendered, int number, Supplier<Answer> call) {
        if (ForeignCalls.repeatable(rendered)) {
            return call.get();
        }
        String named = step(rendered, number);
        Optional<Intent> before = store.inTransaction(handle -> {
            Optional<Intent> found = intents.find(handle, request.id(), named);
            intents.begin(handle, request.id(), named, rendered.method());
            return found;
        });
        if (before.isPresent() && !before.get().known()) {
            throw unknown(request, rendered, named);
        }
        return before.filter(known -> !known.result().equals(RESEND))
                .map(SingleSteps::answer)
                .orElseGet(() -> sent(request, named, call));
    }

    /** The next attempt sends the call again where Intercom refused it; what it carried out stays done, whatever a rule says of the answer. */
    void failed(ProvisioningRequest request, RenderedCall rendered, int number, Answer answer) {
        boolean refused = answer.status() >= REFUSED && answer.status() < DISTURBED;
        if (refused && !ForeignCalls.repeatable(rendered)) {
            end(request, step(rendered, number), RESEND);
        }
    }

    private static String step(RenderedCall rendered, int number) {
        String step = "call-" + number + "-" + rendered.name();
        return step.length() > LONGEST_NAME ? step.substring(0, LONGEST_NAME) : step;
    }

    private void end(ProvisioningRequest request, String step, String result) {
        store.inTransaction(handle -> {
            intents.end(handle, request.id(), step, result);
            return null;
        });
    }

    /** It is told once: whoever asks again after that has looked, and wants it sent. */
    private Rejected unknown(ProvisioningRequest request, RenderedCall rendered, String step) {
        end(request, step, RESEND);
        return new Rejected("It is not known whether the call \"" + rendered.name()
                + "\" was carried out: an earlier attempt ended before its answer came. Look in Intercom; then discard the"
                + " request, or ask again, which sends the call again. " + request.context());
    }

    private Answer sent(ProvisioningRequest request, String step, Supplier<Answer> call) {
        end(request, step, null);
        Answer answer = answered(request, step, call);
        ObjectNode whole = JsonNodeFactory.instance.objectNode().put("status", answer.status());
        String kept = StoredJson.text(whole.set("body", body(answer)));
        end(request, step, kept.length() > LONGEST ? "{\"status\":200}" : kept);
        return answer;
    }

    /** A refusal says that nothing was done, and so does a call that never left; only a lost answer leaves that open. */
    private Answer answered(ProvisioningRequest request, String step, Supplier<Answer> call) {
        try {
            Answer answer = call.get();
            if (answer.status() == ForeignCalls.TOO_MANY) {
                end(request, step, RESEND);
                throw new Transient(
                        "Intercom has too much to do just now: the request is tried again later. " + request.context(),
                        true,
                        answer.requestId(),
                        null);
            }
            return answer;
        } catch (Rejected | Configuration refused) {
            end(request, step, RESEND);
            throw refused;
        } catch (Transient lost) {
            if (!lost.maybeSent()) {
                end(request, step, RESEND);
            }
            throw lost;
        }
    }

    private static JsonNode body(Answer answer) {
        return answer.body().isMissingNode() ? null : answer.body();
    }

    private static Answer answer(Intent step) {
        try {
            JsonNode kept = JSON.readTree(step.result());
            JsonNode body = kept.hasNonNull("body") ? kept.get("body") : MissingNode.getInstance();
            return new Answer(kept.path("status").asInt(), body, null, null, "");
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("The answer of an earlier call cannot be read", damaged);
        }
    }
}
