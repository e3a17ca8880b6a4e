package io.eicbridge.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Speaks to a sandbox as a client of Intercom would, with the JDK's HTTP client. */
final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final IntercomSandbox sandbox;
    private final String version;
    private final String token;

    Client(IntercomSandbox sandbox) {
        this(sandbox, "2.16", "any");
    }

    private Client(IntercomSandbox sandbox, String version, String token) {
        this.sandbox = sandbox;
        this.version = version;
        this.token = token;
    }

    record Answer(int status, String text, HttpResponse<String> response) {
        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException malformed) {
                throw new AssertionError("Not JSON: " + text, malformed);
            }
        }

        JsonNode at(String pointer) {
            return json().at(pointer);
        }

        String code() {
            return at("/errors/0/code").asText();
        }

        int total() {
            return at("/total_count").asInt();
        }

        String cursor() {
            return at("/pages/next/starting_after").asText(null);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        List<String> ids() {
            return texts("/data", "id");
        }

        List<String> texts(String list, String field) {
            return StreamSupport.stream(at(list).spliterator(), false)
                    .map(item -> item.path(field).asText())
                    .toList();
        }
    }

    Client version(String changed) {
        return new Client(sandbox, changed, token);
    }

    Client token(String changed) {
        return new Client(sandbox, version, changed);
    }

    Answer get(String path) throws Exception {
        return send(request(path).GET());
    }

    Answer post(String path, String body) throws Exception {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer send(String method, String path, String body) throws Exception {
        return send(request(path).method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.url() + path));
        request.header("Accept", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return version == null ? request : request.header("Intercom-Version", version);
    }

    Answer send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body(), response);
    }

    /** One filter, in the 150 newest. */
    Answer search(String field, String operator, Object value) throws Exception {
        return search(filter(field, operator, value));
    }

    Answer search(String query) throws Exception {
        return post("/contacts/search", "{\"query\":" + query + ",\"pagination\":{\"per_page\":150}}");
    }

    static String filter(String field, String operator, Object value) {
        String json = value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
        return "{\"field\":\"" + field + "\",\"operator\":\"" + operator + "\",\"value\":" + json + "}";
    }

    /** The ids of every page of a search. */
    List<String> searchAll(String query, String sort, int perPage) throws Exception {
        List<String> ids = new ArrayList<>();
        String after = null;
        do {
            String cursor = after == null ? "" : ",\"starting_after\":\"" + after + "\"";
            Answer page = post(
                    "/contacts/search",
                    "{\"query\":" + query + ",\"sort\":" + sort + ",\"pagination\":{\"per_page\":" + perPage + cursor
                            + "}}");
            ids.addAll(page.ids());
            after = page.cursor();
        } while (after != null);
        return ids;
    }

    /** The ids of every page of the plain list. */
    List<String> listAll(int perPage) throws Exception {
        List<String> ids = new ArrayList<>();
        String after = null;
        do {
            Answer page = get("/contacts?per_page=" + perPage + (after == null ? "" : "&starting_after=" + after));
            ids.addAll(page.ids());
            after = page.cursor();
        } while (after != null);
        return ids;
    }
}
