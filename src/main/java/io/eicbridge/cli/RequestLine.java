package io.eicbridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** One request in a line, and what its state means for the exit code of the command that was about it. */
final class RequestLine {
    private static final Set<String> FAILED = Set.of("rejected", "dead", "discarded", "cancelled");

    private RequestLine() {}

    static String of(JsonNode request) {
        String words = request.path("message").asText(request.path("reason").asText(""));
        String id = request.path("accountId").asText("");
        return "Request " + request.path("id").asText() + " is "
                + request.path("state").asText() + (words.isEmpty() ? "." : ": " + Table.plain(words))
                + (id.isEmpty() ? "" : " [id=" + id + "]");
    }

    static int code(JsonNode request) {
        String state = request.path("state").asText();
        if (FAILED.contains(state)) {
            return ExitCode.FAILED;
        }
        return state.equals("held") ? ExitCode.HELD : ExitCode.DONE;
    }

    /** The same after a decision, which may have been that it is discarded. */
    static int code(JsonNode request, Action action) {
        return action == Action.DISCARD ? ExitCode.DONE : code(request);
    }
}
