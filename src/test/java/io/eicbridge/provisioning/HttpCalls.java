package io.eicbridge.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Calls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls over HTTP without pace and repetition; the answer to a chosen path can be lost on its way back. */
final class HttpCalls implements Calls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI intercom;
    private String lost = "nothing";
    private String unreachable = "nothing";

    HttpCalls(URI intercom) {
        this.intercom = intercom;
    }

    /** Nothing reaches Intercom at these paths. */
    void refuseConnectionsOf(String pathPattern) {
        unreachable = pathPattern;
    }

    void loseAnswersOf(String pathPattern) {
        lost = pathPattern;
    }

    @Override
    public Answer send(Call call) {
        if (call.path().matches(unreachable)) {
            throw Transient.unsent("No connection.", call.idempotent(), null);
        }
        HttpResponse<String> response = sent(call);
        if (call.path().matches(lost)) {
            throw new Transient("No answer.", call.idempotent(), null, null);
        }
        if (response.statusCode() >= 300 && !call.accepted().contains(response.statusCode())) {
            throw new Rejected("Refused.", response.statusCode(), "", null);
        }
        return new Answer(response.statusCode(), json(response.body()), null, "r1", "");
    }

    JsonNode get(String path) {
        return json(sent(Call.get(path)).body());
    }

    private HttpResponse<String> sent(Call call) {
        var body = call.body() == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(call.body().toString());
        HttpRequest request = HttpRequest.newBuilder(URI.create(intercom + call.path()))
                .header("Authorization", "Bearer any")
                .header("Intercom-Version", "2.16")
                .header("Content-Type", "application/json")
                .method(call.method(), body)
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException malformed) {
            throw new AssertionError("Not JSON: " + text, malformed);
        }
    }
}
