package io.eicbridge.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.failure.Configuration;
import io.eicbridge.failure.Failure;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Calls to the commands API of the bridge on this machine, and what its errors mean. */
final class BridgeApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(10); // approving asks Intercom account by account
    private static final int UNAVAILABLE = 503;
    private static final Duration LONGEST_PROBE = Duration.ofSeconds(5);
    private final HttpClient client;
    private final URI url;
    private final int port;
    private final String token;

    BridgeApi(URI url, String token, Optional<SSLContext> trust) {
        this.url = url;
        this.port = url.getPort();
        this.token = token;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(LONGEST_PROBE);
        trust.ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /** Whether a bridge answers; false where nothing listens on the port. */
    boolean answers() {
        try {
            HttpResponse<String> answer =
                    client.send(request("/imports").timeout(LONGEST_PROBE).build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2 && json(answer).path("runs").isArray()) {
                return true;
            }
            throw json(answer).has("errorCode") ? failure(answer) : anotherProgram();
        } catch (ConnectException e) {
            return false;
        } catch (IOException e) {
            throw anotherProgram();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    ObjectNode get(String path) {
        return send(request(path).build(), true);
    }

    ObjectNode post(String path, ObjectNode body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build(),
                false);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve("/commands/v1" + path))
                .timeout(LONGEST_ANSWER)
                .header("Authorization", "Bearer " + token);
    }

    private ObjectNode send(HttpRequest request, boolean safeToRepeat) {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2 && json(answer) instanceof ObjectNode object) {
                return object;
            }
            throw failure(answer);
        } catch (IOException e) {
            throw new Transient(
                    "The bridge on port " + port
                            + " stopped answering. Is it still running? Its imports go on when it is.",
                    safeToRepeat,
                    null,
                    e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Failure failure(HttpResponse<String> answer) {
        JsonNode body = json(answer);
        String message = body.path("message").asText(withoutReason(answer.statusCode()));
        return switch (answer.statusCode()) {
            case 401, 403 ->
                new Configuration("A bridge runs on port " + port
                        + " with another token. Give this command the same bridge.api-token (BRIDGE_API_TOKEN).");
            case 429, 503 -> new Transient(message, true, null, null);
            default ->
                new Rejected(
                        message, answer.statusCode(), body.path("errorCode").asText(), null);
        };
    }

    /** A bridge that stops lets its imports end after their page; its server already answers 503 and nothing else. */
    private String withoutReason(int status) {
        return status == UNAVAILABLE
                ? "The bridge on port " + port
                        + " is stopping. Its imports go on where they are when they are started again."
                : "The bridge answered " + status + " without a reason.";
    }

    private Configuration anotherProgram() {
        return new Configuration("Port " + port
                + " is in use by another program that is no bridge. Stop that program, or choose another bridge.port.");
    }

    private static Transient interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new Transient("The command was interrupted.", false, null, cause);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
