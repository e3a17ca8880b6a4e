package io.eicbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What Intercom has, asked the slow and simple way: by one cursor, and what each contact holds contact by contact. */
final class Truth {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI intercom;
    private final TreeMap<String, JsonNode> accounts = new TreeMap<>();
    private final Map<String, TreeSet<String>> held = new TreeMap<>();

    private Truth(URI intercom) {
        this.intercom = intercom;
    }

    static Truth ofContacts(URI intercom) {
        Truth truth = new Truth(intercom);
        truth.all("/contacts?per_page=150", "data").forEach(one -> truth.accounts.put(text(one, "id"), one));
        Map.of("Tag", "tags", "Company", "companies", "Segment", "segments")
                .forEach((type, list) -> truth.hold(type, "/" + list));
        return truth;
    }

    static Truth ofTeammates(URI intercom) {
        Truth truth = new Truth(intercom);
        List.of("Team", "Role", "Seat").forEach(type -> truth.held.put(type, new TreeSet<>()));
        for (JsonNode admin : truth.ask("/admins").path("admins")) {
            String id = text(admin, "id");
            truth.accounts.put(id, admin);
            admin.path("team_ids").forEach(team -> truth.held.get("Team").add(id + " " + team.asText()));
            if (admin.has("role")) {
                truth.held.get("Role").add(id + " " + text(admin.path("role"), "id"));
            }
            if (admin.path("has_inbox_seat").asBoolean()) {
                truth.held.get("Seat").add(id + " inbox");
            }
        }
        return truth;
    }

    private void hold(String type, String list) {
        held.put(
                type,
                accounts.keySet().parallelStream()
                        .flatMap(contact -> all("/contacts/" + contact + list + "?per_page=50", "data").stream()
                                .map(one -> contact + " " + text(one, "id")))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** A contact receives what it opted in to, and what it did not opt out of. */
    private TreeSet<String> subscriptions() {
        TreeSet<String> received = new TreeSet<>();
        JsonNode types = ask("/subscription_types").path("data");
        for (String contact : accounts.keySet()) {
            TreeSet<String> chosen = new TreeSet<>();
            all("/contacts/" + contact + "/subscriptions", "data").forEach(one -> chosen.add(text(one, "id")));
            for (JsonNode type : types) {
                boolean optIn = text(type, "consent_type").equals("opt_in");
                if (optIn == chosen.contains(text(type, "id"))) {
                    received.add(contact + " " + text(type, "id"));
                }
            }
        }
        return received;
    }

    TreeSet<String> accounts() {
        return new TreeSet<>(accounts.keySet());
    }

    JsonNode account(String id) {
        return accounts.get(id);
    }

    TreeSet<String> held(String type) {
        return "Subscription".equals(type) ? subscriptions() : held.get(type);
    }

    private List<JsonNode> all(String path, String list) {
        List<JsonNode> items = new ArrayList<>();
        String at = path;
        while (at != null) {
            JsonNode page = ask(at);
            page.path(list).forEach(items::add);
            at = next(path, page.path("pages").path("next"));
        }
        return items;
    }

    private static String next(String path, JsonNode next) {
        if (next.isTextual()) {
            return next.asText().replaceFirst("^https?://[^/]+", "");
        }
        return next.has("starting_after") ? path + "&starting_after=" + text(next, "starting_after") : null;
    }

    private JsonNode ask(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(intercom + path))
                .header("Authorization", "Bearer any")
                .header("Intercom-Version", "2.16")
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + ": " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String text(JsonNode item, String field) {
        return item.path(field).asText("");
    }
}
