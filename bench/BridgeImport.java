import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Has a running bridge import the contacts, follows it over its API, and tells the rates of the whole and of the accounts alone. */
final class BridgeImport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PAUSE = 100;
    private final String base;
    private final String token;

    private record Sample(double second, long read) {}

    private BridgeImport(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /** The arguments: the bridge's address, its token, and how many contacts are not measured because Java is still warming up. */
    public static void main(String[] args) throws Exception {
        BridgeImport bridge = new BridgeImport(args[0], args[1]);
        long warmUp = Long.parseLong(args[2]);
        long run = bridge.call("POST", "/imports", "{\"endpoint\":\"contacts\",\"mode\":\"full\"}")
                .path("run")
                .asLong();
        List<Sample> accounts = new ArrayList<>();
        JsonNode progress = bridge.call("GET", "/imports/" + run, null);
        while (progress.path("state").asText().equals("running")) {
            if (progress.path("phase").asText().equals("accounts")) {
                accounts.add(new Sample(System.nanoTime() / 1e9, progress.path("read").asLong()));
            }
            Thread.sleep(PAUSE);
            progress = bridge.call("GET", "/imports/" + run, null);
        }
        JsonNode report = progress.path("report");
        long read = report.path("read").asLong();
        double seconds = report.path("seconds").asDouble();
        System.out.printf(
                "%s %d %.1f %.1f %.1f %.1f %.1f%n",
                report.path("outcome").asText(),
                read,
                seconds,
                read / seconds,
                rate(accounts, warmUp, Long.MAX_VALUE),
                rate(accounts, warmUp, warmUp + (read - warmUp) / 10),
                rate(accounts, read - (read - warmUp) / 10, Long.MAX_VALUE));
    }

    /** Contacts a second between two counts. */
    private static double rate(List<Sample> samples, long from, long to) {
        List<Sample> within = samples.stream()
                .filter(sample -> sample.read() >= from && sample.read() <= to)
                .toList();
        if (within.size() < 2) {
            return 0;
        }
        Sample first = within.get(0);
        Sample last = within.get(within.size() - 1);
        return (last.read() - first.read()) / (last.second() - first.second());
    }

    private JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.BodyPublisher sent =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/commands/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, sent)
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
