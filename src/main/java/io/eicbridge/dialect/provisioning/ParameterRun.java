package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.eicbridge.dialect.expression.Bindings;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The calls of a parameter for one request, one after the other, each knowing what the earlier ones answered. */
public final class ParameterRun {
    private final Queue<ParameterCall> waiting;
    private final Queue<JsonNode> items = new ArrayDeque<>();
    private final Bindings bindings;
    private ParameterCall current;
    private Responses responses = Responses.none();

    ParameterRun(List<ParameterCall> calls, Bindings bindings) {
        this.waiting = new ArrayDeque<>(calls);
        this.bindings = bindings;
    }

    /**
     * The next call, empty after the last one; calls whose condition does not hold are passed over.
     *
     * @throws io.eicbridge.failure.Rejected as {@link ParameterCall#render} does
     */
    public Optional<RenderedCall> next() {
        while (items.isEmpty()) {
            if (waiting.isEmpty()) {
                return Optional.empty();
            }
            current = waiting.remove();
            prepare();
        }
        JsonNode item = items.remove();
        return Optional.of(current.render(item.isMissingNode() ? known() : known().and("childresponse", item)));
    }

    /** What was answered to the last call; after a failure no further call follows. */
    public Judgement answered(int status, Map<String, String> headers, JsonNode body) {
        responses = responses.and(current.name(), status, headers, body);
        Judgement judgement = current.judge(status, headers, body);
        if (!judgement.success()) {
            waiting.clear();
            items.clear();
        }
        return judgement;
    }

    /** What has been answered so far. */
    public Responses responses() {
        return responses;
    }

    private void prepare() {
        if (current.condition(known())) {
            items.addAll(current.items(known()).orElse(List.of(MissingNode.getInstance())));
        }
    }

    private Bindings known() {
        return bindings.and("response", responses.json());
    }
}
