package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.search.Cursor;
import io.eicbridge.sandbox.workspace.Activities;
import io.eicbridge.sandbox.workspace.Activity;
import java.util.List;

/** The feed of contact activities, which version 2.17 brought. */
final class ContactActivityAnswers {
    private final Activities activities;

    ContactActivityAnswers(Activities activities) {
        this.activities = activities;
    }

    List<Endpoint> all() {
        return List.of(Endpoint.get("/contacts/activities", "read_users_companies", this::list)
                .from(17));
    }

    private void list(Asked asked, Mischief mischief, JsonBytes out) {
        String cursor = asked.query("starting_after");
        Cursor at = cursor == null ? new Cursor(0, 0, 1) : Cursor.of(cursor);
        int size = asked.count("per_page", 50, 150);
        List<Activity> page = activities.after(at.value(), size);
        out.raw("{\"type\":\"list\",\"data\":[");
        for (int nth = 0; nth < page.size(); nth++) {
            write(page.get(nth), out.comma(nth == 0));
        }
        out.raw("],\"pages\":{\"type\":\"pages\"");
        long read = at.value() + page.size();
        if (read < activities.count()) {
            out.raw(",\"next\":{\"starting_after\":")
                    .text(new Cursor(read, 0, at.page() + 1).text())
                    .raw("}");
        }
        out.raw(",\"page\":")
                .number(at.page())
                .raw(",\"per_page\":")
                .number(size)
                .raw("}}");
    }

    private static void write(Activity activity, JsonBytes out) {
        out.raw("{\"type\":\"contact_activity\",\"id\":").text(String.valueOf(activity.number()));
        out.raw(",\"activity_type\":").text(activity.type());
        out.raw(",\"contact_id\":").text(activity.contact());
        out.raw(",\"merged_into_contact_id\":").value(activity.into());
        out.raw(",\"created_at\":").number(activity.at()).raw("}");
    }
}
