package io.eicbridge.sandbox.answers;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.workspace.ActivityLog.Login;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.List;
import java.util.stream.StreamSupport;

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
        List<Login> found = since(Long.parseLong(after));
        Slice slice = Slice.of(asked, BY_DEFAULT, MOST, found.size());
        write(found, slice, asked, out);
    }

    private void search(Asked asked, Mischief mischief, JsonBytes out) {
        JsonNode body = asked.body();
        if (!body.path("created_at_after").isIntegralNumber()) {
            throw Refusal.bad("parameter_invalid", "created_at_after must be a Unix timestamp");
        }
        JsonNode types = body.path("event_types");
        boolean wanted = types.isMissingNode()
                || StreamSupport.stream(types.spliterator(), false)
                        .anyMatch(type -> type.asText().equals(Login.TYPE));
        List<Login> found = wanted ? since(body.path("created_at_after").longValue()) : List.of();
        int perPage = body.path("per_page").asInt(BY_DEFAULT);
        int page = body.path("page").asInt(1);
        if (page < 1 || perPage < 1 || perPage > MOST) {
            throw Refusal.bad("invalid_per_page", "per_page must be a number between 1 and " + MOST);
        }
        write(found, new Slice(page, perPage, found.size()), asked, out);
    }

    private List<Login> since(long second) {
        return workspace.activities().logins().stream()
                .filter(login -> login.second() > second)
                .toList();
    }

    private static void write(List<Login> found, Slice slice, Asked asked, JsonBytes out) {
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
        for (Login login : found.subList(slice.start(), slice.end())) {
            login(login, out.comma(first));
            first = false;
        }
        out.raw("]}");
    }

    private static void login(Login login, JsonBytes out) {
        out.raw("{\"id\":").text(login.id());
        out.raw(",\"performed_by\":{\"type\":\"admin\",\"id\":").text(login.admin());
        out.raw(",\"email\":").text(login.email()).raw(",\"ip\":\"127.0.0.1\"},\"metadata\":{},\"created_at\":");
        out.number(login.second()).raw(",\"activity_type\":").text(Login.TYPE);
        out.raw(",\"activity_description\":\"A teammate logged in.\"}");
    }
}
