import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;

/**
 * Has a running bridge give a tag to many contacts, once by callers that wait for each outcome and once by tickets, which are answered when
 * they are accepted; beside it gives a tag to some of them itself, one after the other, without the bridge.
 */
final class AddAccess {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /** As many as bridge.waiting-calls lets in. */
    private static final int CALLERS = 16;

    private static final int WARM_UP = 300;
    private static final int LONGEST = 300;
    private final String bridge;
    private final String sandbox;
    private final String token;

    private AddAccess(String[] args) {
        this.bridge = args[0];
        this.sandbox = args[1];
        this.token = args[2];
    }

    /** The arguments: bridge, sandbox, the bridge's token, requests, and how many the plain client makes. */
    public static void main(String[] args) throws Exception {
        new AddAccess(args).run(Integer.parseInt(args[3]), Integer.parseInt(args[4]));
    }

    private void run(int requests, int alone) throws Exception {
        List<String> accounts = accounts(requests);
        String tag = tag("warm-up");
        pass(accounts.subList(0, Math.min(WARM_UP, requests)), tag, at -> waited(accounts.get(at), tag));
        double plain = plain(accounts.subList(0, Math.min(alone, requests)));
        String waited = tag("waited for");
        Result first = pass(accounts, waited, at -> waited(accounts.get(at), waited));
        String accepted = tag("accepted");
        Result second = pass(accounts, accepted, at -> ticket(accounts.get(at), accepted));
        System.out.printf("%.1f %d %s %s%n", plain, refused(), first, second);
    }

    /** Requests a second until the last effect, milliseconds of the answers, and what was not answered well, lost and done twice. */
    private record Result(double rate, double[] times, long failed, int lost, int twice) {
        @Override
        public String toString() {
            return String.format(
                    "%.1f %.1f %.1f %d %d %d",
                    rate, times[times.length / 2], times[times.length * 99 / 100], failed, lost, twice);
        }
    }

    private Result pass(List<String> accounts, String tag, IntFunction<HttpRequest> request) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        long begin = System.nanoTime();
        List<Future<Double>> answers = new ArrayList<>();
        for (int at = 0; at < accounts.size(); at++) {
            HttpRequest next = request.apply(at);
            answers.add(callers.submit(() -> timed(next)));
        }
        double[] times = new double[accounts.size()];
        for (int at = 0; at < times.length; at++) {
            times[at] = answers.get(at).get();
        }
        callers.shutdown();
        int done = untilDone(tag, accounts.size(), begin);
        double seconds = (System.nanoTime() - begin) / 1e9;
        long failed = DoubleStream.of(times).filter(time -> time < 0).count();
        Arrays.sort(times);
        return new Result(accounts.size() / seconds, times, failed, accounts.size() - done, twice(tag));
    }

    /** Milliseconds until the answer, less than 0 where it was no success. */
    private static double timed(HttpRequest request) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        int status = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        return status / 100 == 2 ? (System.nanoTime() - begin) / 1e6 : -1;
    }

    /** How many got the tag, as soon as all did. */
    private int untilDone(String tag, int wanted, long begin) throws IOException, InterruptedException {
        int done = count(tag, 1);
        while (done < wanted && System.nanoTime() - begin < LONGEST * 1_000_000_000L) {
            Thread.sleep(100);
            done = count(tag, 1);
        }
        return done;
    }

    private int twice(String tag) throws IOException, InterruptedException {
        return count(tag, 2) + again(tag);
    }

    /** Contacts that got the tag at least so many times. */
    private int count(String tag, int times) throws IOException, InterruptedException {
        return count("tag_attached", tag, times);
    }

    private int again(String tag) throws IOException, InterruptedException {
        return count("tag_attached_again", tag, 1);
    }

    private int count(String kind, String tag, int times) throws IOException, InterruptedException {
        JsonNode attached = get(sandbox + "/sandbox/effects").path("objects").path(kind);
        int count = 0;
        for (Iterator<String> names = attached.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            count += name.endsWith("/" + tag) && attached.path(name).asInt() >= times ? 1 : 0;
        }
        return count;
    }

    private int refused() throws IOException, InterruptedException {
        return get(sandbox + "/sandbox/traffic").path("most_refused_per_window").asInt();
    }

    /** Requests a second of a client that makes Intercom's calls itself, each after the answer of the one before. */
    private double plain(List<String> accounts) throws IOException, InterruptedException {
        String tag = tag("one after the other");
        long begin = System.nanoTime();
        for (String account : accounts) {
            HttpRequest request = post(sandbox + "/contacts/" + account + "/tags", "{\"id\":\"" + tag + "\"}");
            if (timed(request) < 0) {
                throw new IOException("the sandbox refused the plain client");
            }
        }
        return accounts.size() / ((System.nanoTime() - begin) / 1e9);
    }

    private HttpRequest waited(String account, String tag) {
        return post(bridge + "/contacts/api/v1/entitlement/tag/addAccess", body(account, tag, ""));
    }

    private HttpRequest ticket(String account, String tag) {
        String what = "\"operation\":\"add-access\",\"entitlementType\":\"Tag\",";
        return post(bridge + "/contacts/api/v1/tickets", body(account, tag, what));
    }

    private static String body(String account, String tag, String more) {
        return "{" + more + "\"task\":{\"taskid\":\"" + tag + "-" + account + "\"},\"account\":{\"accountID\":\"" + account
                + "\"},\"entitlementValue\":{\"entitlementID\":\"" + tag + "\"}}";
    }

    private List<String> accounts(int wanted) throws IOException, InterruptedException {
        JsonNode list = send(post(
                bridge + "/contacts/api/v1/accounts?q=STATUS:1&fields=ACCOUNTID&pagesize=" + wanted, "{}"));
        List<String> ids = new ArrayList<>();
        list.path("accounts").forEach(account -> ids.add(account.path("ACCOUNTID").asText()));
        if (ids.size() < wanted) {
            throw new IOException("the bridge serves only " + ids.size() + " active contacts");
        }
        return ids;
    }

    private String tag(String name) throws IOException, InterruptedException {
        return send(post(sandbox + "/sandbox/tags", "{\"name\":\"" + name + "\"}")).path("id").asText();
    }

    private HttpRequest post(String url, String body) {
        return asking(url)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private JsonNode get(String url) throws IOException, InterruptedException {
        return send(asking(url).build());
    }

    private HttpRequest.Builder asking(String url) {
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token);
    }

    private static JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(request.uri() + " answers " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
