import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Has a running bridge import the contacts in full, changes some of them in the sandbox, and has it import incrementally, twice. */
final class BridgeIncremental {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PAUSE = 100;
    private final String bridge;
    private final String token;
    private final String sandbox;

    private BridgeIncremental(String bridge, String token, String sandbox) {
        this.bridge = bridge;
        this.token = token;
        this.sandbox = sandbox;
    }

    /** The arguments: the bridge's address, its token, the sandbox's address, and how many contacts change. */
    public static void main(String[] args) throws Exception {
        BridgeIncremental bench = new BridgeIncremental(args[0], args[1], args[2]);
        JsonNode full = bench.imported("full");
        bench.change(Integer.parseInt(args[3]));
        JsonNode changed = bench.imported("incremental");
        JsonNode quiet = bench.imported("incremental");
        for (JsonNode report : List.of(full, changed, quiet)) {
            System.out.printf(
                    "%s %d %d %d %.1f%n",
                    report.path("outcome").asText(),
                    report.path("read").asLong(),
                    report.path("accounts").path("changed").asLong(),
                    report.path("requests").asLong(),
                    report.path("seconds").asDouble());
        }
    }

    private JsonNode imported(String mode) throws IOException, InterruptedException {
        String order = "{\"endpoint\":\"contacts\",\"mode\":\"" + mode + "\"}";
        long run = commands("POST", "/imports", order).path("run").asLong();
        JsonNode progress = commands("GET", "/imports/" + run, null);
        while (progress.path("state").asText().equals("running")) {
            Thread.sleep(PAUSE);
            progress = commands("GET", "/imports/" + run, null);
        }
        return progress.path("report");
    }

    private void change(int count) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        String next = "/contacts?per_page=150";
        while (ids.size() < count) {
            JsonNode page = call("GET", sandbox + next, null);
            page.path("data").forEach(contact -> ids.add(contact.path("id").asText()));
            next = "/contacts?per_page=150&starting_after="
                    + page.path("pages").path("next").path("starting_after").asText();
        }
        for (String id : ids.subList(0, count)) {
            call("PUT", sandbox + "/sandbox/contacts/" + id, "{\"name\":\"Changed " + id + "\"}");
        }
    }

    private JsonNode commands(String method, String path, String body) throws IOException, InterruptedException {
        return call(method, bridge + "/commands/v1" + path, body);
    }

    private JsonNode call(String method, String address, String body) throws IOException, InterruptedException {
        HttpRequest.BodyPublisher sent =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
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
