package io.eicbridge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends notifications as Intercom does: signed, and as many at a time as there are. */
final class Notifier {
    static final String SECRET = "a-client-secret-of-the-app";
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger number = new AtomicInteger();
    private final URI url;

    Notifier(String url) {
        this.url = URI.create(url);
    }

    /** A notification about a contact. */
    ObjectNode contact(String topic, String id) {
        return of(topic, item("contact", id));
    }

    ObjectNode of(String topic, ObjectNode item) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("type", "notification_event").put("topic", topic).put("id", "notif_" + number.incrementAndGet());
        envelope.put("app_id", "sbx1gov8").put("created_at", 1_764_000_000).put("delivery_attempts", 1);
        envelope.putObject("data").put("type", "notification_event_data").set("item", item);
        return envelope;
    }

    static ObjectNode item(String type, String id) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("id", id);
    }

    /** The status of the answer to a notification that is signed as it should be. */
    int send(ObjectNode notification) {
        return sendLater(notification).join();
    }

    CompletableFuture<Integer> sendLater(ObjectNode notification) {
        String body = notification.toString();
        return http.sendAsync(request(body, sign(SECRET, body)), BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    HttpResponse<String> send(String body, String signature) {
        return answer(request(body, signature));
    }

    HttpResponse<String> head() {
        return answer(HttpRequest.newBuilder(url)
                .method("HEAD", BodyPublishers.noBody())
                .build());
    }

    private HttpRequest request(String body, String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return signature == null
                ? request.build()
                : request.header("X-Hub-Signature", signature).build();
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String sign(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return "sha1=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
