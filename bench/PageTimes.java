import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;

/** Compares what the first and the last page of all accounts cost over the connector API, asked in turn. */
final class PageTimes {
    private static final int SIZE = 1_000;
    private static final int CALLS = 50;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private PageTimes() {}

    /** The arguments: the bridge's address and its token. */
    public static void main(String[] args) throws Exception {
        String list = args[0] + "/contacts/api/v1/accounts?pagesize=" + SIZE + "&offset=";
        JsonNode first = new ObjectMapper().readTree(page(list + 0, args[1]));
        long last = first.path("totalcount").asLong() - SIZE;
        double[] firsts = new double[CALLS];
        double[] lasts = new double[CALLS];
        for (int call = -10; call < CALLS; call++) {
            double one = time(list + 0, args[1]);
            double other = time(list + last, args[1]);
            if (call >= 0) {
                firsts[call] = one;
                lasts[call] = other;
            }
        }
        System.out.printf("%.1f %.1f %.2f%n", median(firsts), median(lasts), median(lasts) / median(firsts));
    }

    private static double time(String url, String token) throws Exception {
        long start = System.nanoTime();
        page(url, token);
        return (System.nanoTime() - start) / 1e6;
    }

    private static String page(String url, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
