package io.eicbridge.sandbox.answers;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.workspace.ActivityLog.Entry;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The activity log of teammates: listed, or from 2.16 on searched by the types of what happened. */
final class ActivityAnswers {
    private static final String SCOPE = "read_admin_activity_logs";
    private static final int BY_DEFAULT = 20;
    private static final int MOST = 250;
    private final Workspace workspace;

    ActivityAnswers(Workspace workspace) {
        this.workspace = workspace;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/admins/activity_logs", SCOPE, this::list),
                Endpoint.post("/admins/activity_logs/search", SCOPE, this::search)
                        .from(16));
    }

    private void list(Asked asked, Mischief mischief, JsonBytes out) {
        String after = asked.query("created_at_after");
        if (after == null || !after.matches("\\d{1,12}")) {
            throw Refusal.bad("parameter_invalid", "created_at_after must be a Unix timestamp");
        }
        List<Entry> found = since(Long.parseLong(after));
        Slice slice = Slice.of(asked, BY_DEFAULT, MOST, found.size());
        write(found, slice, asked, out);
    }

    private void search(Asked asked, Mischief mischief, JsonBytes out) {
        JsonNode body = asked.body();
        if (!body.path("created_at_after").isIntegralNumber()) {
            throw Refusal.bad("parameter_invalid", "created_at_after must be a Unix timestamp");
        }
        JsonNode types = body.path("event_types");
        Set<String> wanted = new HashSet<>();
        types.forEach(type -> wanted.add(type.asText()));
        List<Entry> found = since(body.path("created_at_after").longValue()).stream()
                .filter(entry -> types.isMissingNode() || wanted.contains(entry.type()))
                .toList();
        int perPage = body.path("per_page").asInt(BY_DEFAULT);
        int page = body.path("page").asInt(1);
        if (page < 1 || perPage < 1 || perPage > MOST) {
            throw Refusal.bad("invalid_per_page", "per_page must be a number between 1 and " + MOST);
        }
        write(found, new Slice(page, perPage, found.size()), asked, out);
    }

    private List<Entry> since(long second) {
        return workspace.activities().entries().stream()
                .filter(entry -> entry.second() > second)
                .toList();
    }

    private static void write(List<Entry> found, Slice slice, Asked asked, JsonBytes out) {
        out.raw("{\"type\":\"activity_log.list\",\"pages\":{\"type\":\"pages\",\"next\":");
        boolean more = slice.page() < slice.pages();
        out.value(
                more
                        ? asked.baseUrl() + asked.path() + "?per_page=" + slice.perPage() + "&page="
                                + (slice.page() + 1)
                        : null);
        out.raw(",\"page\":").number(slice.page()).raw(",\"per_page\":").number(slice.perPage());
        out.raw(",\"total_pages\":").number(slice.pages()).raw("},\"activity_logs\":[");
        boolean first = true;
        for (Entry entry : found.subList(slice.start(), slice.end())) {
            write(entry, out.comma(first));
            first = false;
        }
        out.raw("]}");
    }

    private static void write(Entry entry, JsonBytes out) {
        out.raw("{\"id\":").text(entry.id());
        out.raw(",\"performed_by\":{\"type\":\"admin\",\"id\":").text(entry.admin());
        out.raw(",\"email\":").text(entry.email()).raw(",\"ip\":\"127.0.0.1\"},\"metadata\":{},\"created_at\":");
        out.number(entry.second()).raw(",\"activity_type\":").text(entry.type());
        out.raw(",\"activity_description\":").text(entry.description()).raw("}");
    }
}
