package io.eicbridge;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls of the connector API of the contacts, as EIC makes them. */
final class EicCalls {
    static final String BASE = "/contacts/api/v1/";
    private static final AtomicInteger KEYS = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TestBed bed;

    EicCalls(TestBed bed) {
        this.bed = bed;
    }

    /** A call of a path below that of the contacts, or of any path that begins with a slash. */
    HttpRequest.Builder call(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(bed.api(path.startsWith("/") ? path : BASE + path)))
                .timeout(Duration.ofSeconds(20))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + TestBed.API_TOKEN)
                .header("Content-Type", "application/json");
    }

    HttpRequest.Builder keyed(String method, String path, String body, String key) {
        return call(method, path, body).header("Idempotency-Key", key);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    static String newKey() {
        return "task-" + KEYS.incrementAndGet();
    }
}
