package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What calls have answered so far, as expressions read it: {@code response.<call>.message…}. */
public final class Responses {
    private final ObjectNode answers;

    private Responses(ObjectNode answers) {
        this.answers = answers;
    }

    /** Before the first call. */
    public static Responses none() {
        return new Responses(JsonNodeFactory.instance.objectNode());
    }

    /**
     * These and one more answer, under the name of its call and, for calls that share a name, as {@code name1}, {@code name2}, …
     *
     * @param message the body that was answered, null for none
     */
    public Responses and(String call, int status, Map<String, String> headers, JsonNode message) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("message", message == null || message.isMissingNode() ? NullNode.getInstance() : message);
        answer.put("statusCode", status);
        ObjectNode named = answer.putObject("headers");
        headers.forEach(named::put);
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        more.setAll(answers);
        more.set(call, answer);
        more.set(call + next(call), answer);
        return new Responses(more);
    }

    /** All answers as one object, each under the name of its call. */
    public JsonNode json() {
        return answers;
    }

    private int next(String call) {
        int number = 1;
        while (answers.has(call + number)) {
            number++;
        }
        return number;
    }
}
