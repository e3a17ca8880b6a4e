import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** Reads all contacts with the one cursor of Intercom's plain list, parses each page, stores nothing, and tells its rate. */
final class OneCursorReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OneCursorReader() {}

    /** The arguments: Intercom's address, and how many contacts are not measured because Java is still warming up. */
    public static void main(String[] args) throws IOException {
        String list = args[0] + "/contacts?per_page=150";
        long unmeasured = Long.parseLong(args[1]);
        long start = System.nanoTime();
        long warm = start;
        long read = 0;
        long readWarm = 0;
        for (String url = list; url != null; ) {
            JsonNode page = page(url);
            read += page.path("data").size();
            if (read <= unmeasured) {
                warm = System.nanoTime();
                readWarm = read;
            }
            String cursor = page.path("pages").path("next").path("starting_after").asText("");
            url = cursor.isEmpty() ? null : list + "&starting_after=" + cursor;
        }
        long end = System.nanoTime();
        System.out.printf(
                "%d %.3f %.1f %.1f%n",
                read, (end - start) / 1e9, read / ((end - start) / 1e9), (read - readWarm) / ((end - warm) / 1e9));
    }

    private static JsonNode page(String url) throws IOException {
        HttpURLConnection call = (HttpURLConnection) URI.create(url).toURL().openConnection();
        call.setRequestProperty("Authorization", "Bearer bench");
        call.setRequestProperty("Intercom-Version", "2.16");
        try (InputStream body = call.getInputStream()) {
            return JSON.readTree(body);
        }
    }
}
