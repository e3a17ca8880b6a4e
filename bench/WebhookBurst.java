import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Changes contacts in the sandbox and notifies a running bridge of each, so many a second for so many seconds, with a full import begun
 * in their midst; tells how fast the bridge answered, whether anything was lost, and how long the import took.
 */
final class WebhookBurst {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int CONTACTS = 500;
    private static final String LAST = "Told by the last notification";
    private static final long SECOND = 1_000_000_000L;
    private final String bridge;
    private final String sandbox;
    private final String token;
    private final String secret;

    private WebhookBurst(String[] args) {
        this.bridge = args[0];
        this.sandbox = args[1];
        this.token = args[2];
        this.secret = args[3];
    }

    /** The arguments: bridge, sandbox, the bridge's token, the client secret, notifications a second, seconds. */
    public static void main(String[] args) throws Exception {
        new WebhookBurst(args).run(Integer.parseInt(args[4]), Integer.parseInt(args[5]));
    }

    private void run(int rate, int seconds) throws Exception {
        importSeconds(); // the first one warms Java up and fills the directory
        double alone = importSeconds();
        List<String> ids = created();
        List<CompletableFuture<Double>> answers = new ArrayList<>();
        CompletableFuture<Double> during = new CompletableFuture<>();
        long begin = System.nanoTime();
        for (int nth = 0; nth < rate * seconds; nth++) {
            LockSupport.parkNanos(begin + nth * SECOND / rate - System.nanoTime());
            String id = ids.get(nth % ids.size());
            boolean last = nth >= rate * seconds - ids.size();
            answers.add(last ? renamed(id).thenCompose(done -> notified(id)) : notified(id));
            if (nth == rate * seconds / 4) {
                during = CompletableFuture.supplyAsync(this::quietImportSeconds);
            }
        }
        double[] times = answers.stream().mapToDouble(CompletableFuture::join).sorted().toArray();
        long refused = java.util.stream.DoubleStream.of(times).filter(time -> time < 0).count();
        double importTook = during.join();
        double settled = untilRead(ids);
        System.out.printf(
                "%d %d %.1f %.1f %.1f %.1f %.1f %.1f%n",
                times.length,
                refused,
                times[times.length / 2],
                times[times.length * 99 / 100],
                times[times.length - 1],
                alone,
                importTook,
                settled);
    }

    /** New contacts, which nobody has told of yet. */
    private List<String> created() throws IOException, InterruptedException {
        JsonNode made = json(post(sandbox + "/sandbox/contacts", "{\"count\":" + CONTACTS + "}", null));
        List<String> ids = new ArrayList<>();
        made.path("ids").forEach(id -> ids.add(id.asText()));
        return ids;
    }

    /** Milliseconds until the answer, -1 where it was no success. */
    private CompletableFuture<Double> notified(String contact) {
        String body = "{\"type\":\"notification_event\",\"topic\":\"contact.user.updated\",\"id\":\"notif_" + UUID.randomUUID()
                + "\",\"data\":{\"item\":{\"type\":\"contact\",\"id\":\"" + contact + "\"}}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(bridge + "/webhooks/intercom"))
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature", "sha1=" + signature(body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        long sent = System.nanoTime();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .thenApply(answer -> answer.statusCode() == 200 ? (System.nanoTime() - sent) / 1e6 : -1);
    }

    private String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A change that only the notification sent after it tells of. */
    private CompletableFuture<Integer> renamed(String id) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox + "/sandbox/contacts/" + id))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"name\":\"" + LAST + "\"}"))
                .build();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    private double quietImportSeconds() {
        try {
            return importSeconds();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Seconds from the order to the end of a full import, the wait for its turn included; begun again while a batch is read. */
    private double importSeconds() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<String> started =
                post(bridge + "/commands/v1/imports", "{\"endpoint\":\"contacts\",\"mode\":\"full\"}", token);
        String run = json(started).path("run").asText();
        JsonNode progress = json(get(bridge + "/commands/v1/imports/" + run));
        while (progress.path("state").asText().equals("running")) {
            Thread.sleep(100);
            progress = json(get(bridge + "/commands/v1/imports/" + run));
        }
        if (!progress.path("state").asText().equals("complete")) {
            throw new IOException("the import ended " + progress.path("state").asText());
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Seconds until the bridge serves the last change of every contact, -1 where it does not within five minutes. */
    private double untilRead(List<String> ids) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (served() < ids.size()) {
            Thread.sleep(500);
            if (System.nanoTime() - begin > 300 * SECOND) {
                return -1;
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private int served() throws IOException, InterruptedException {
        String all = post(bridge + "/contacts/api/v1/accounts", "{\"fields\":\"accountID,displayname\"}", token)
                .body();
        return all.split(Pattern.quote('"' + LAST + '"'), -1).length - 1;
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String url, String body, String bearer)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
