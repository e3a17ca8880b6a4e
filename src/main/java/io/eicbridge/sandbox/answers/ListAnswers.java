package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.workspace.Segment;
import io.eicbridge.sandbox.workspace.Subscription;
import io.eicbridge.sandbox.workspace.Tag;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.List;

/** The endpoints that list what contacts can hold, each list whole. */
final class ListAnswers {
    private final Workspace workspace;
    private final SegmentCounts counts;

    ListAnswers(Workspace workspace) {
        this.workspace = workspace;
        this.counts = new SegmentCounts(workspace);
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/tags", "read_tags", this::tags),
                Endpoint.get("/tags/{id}", "read_tags", this::oneTag),
                Endpoint.get("/segments", "read_users_companies", this::segments),
                Endpoint.get("/subscription_types", "read_subscription_types", this::subscriptions));
    }

    private void tags(Asked asked, Mischief mischief, JsonBytes out) {
        out.raw("{\"type\":\"list\",\"data\":[");
        boolean first = true;
        for (Tag tag : workspace.tags().all()) {
            tag(tag, out.comma(first));
            first = false;
        }
        out.raw("]}");
    }

    private void oneTag(Asked asked, Mischief mischief, JsonBytes out) {
        tag(
                workspace
                        .tags()
                        .find(asked.variable("id"))
                        .orElseThrow(() -> Refusal.notFound("not_found", "Resource Not Found")),
                out);
    }

    private void segments(Asked asked, Mischief mischief, JsonBytes out) {
        boolean counted = "true".equals(asked.query("include_count"));
        out.raw("{\"type\":\"segment.list\",\"segments\":[");
        for (Segment segment : Segment.values()) {
            segment(segment, out.comma(segment.ordinal() == 0));
            if (counted) {
                out.raw(",\"count\":").number(counts.of(segment));
            }
            out.raw("}");
        }
        out.raw("]}");
    }

    private void subscriptions(Asked asked, Mischief mischief, JsonBytes out) {
        out.raw("{\"type\":\"list\",\"data\":[");
        for (Subscription type : Subscription.values()) {
            subscription(type, out.comma(type.ordinal() == 0));
        }
        out.raw("]}");
    }

    static void tag(Tag tag, JsonBytes out) {
        out.raw("{\"type\":\"tag\",\"id\":")
                .text(tag.id())
                .raw(",\"name\":")
                .text(tag.name())
                .raw("}");
    }

    /** A segment without its closing brace. */
    static JsonBytes segment(Segment segment, JsonBytes out) {
        out.raw("{\"type\":\"segment\",\"id\":")
                .text(segment.id())
                .raw(",\"name\":")
                .text(segment.title());
        return out.raw(",\"created_at\":1672578000,\"updated_at\":1704114000,\"person_type\":")
                .text(segment.personType());
    }

    static void subscription(Subscription type, JsonBytes out) {
        out.raw("{\"type\":\"subscription\",\"id\":")
                .text(type.id())
                .raw(",\"state\":")
                .text(type.state());
        out.raw(",\"consent_type\":").text(type.consent()).raw(",\"default_translation\":");
        translation(type, out);
        out.raw(",\"translations\":[");
        translation(type, out);
        out.raw("],\"content_types\":[").text(type.content()).raw("]}");
    }

    private static void translation(Subscription type, JsonBytes out) {
        out.raw("{\"name\":").text(type.title()).raw(",\"description\":");
        out.text(type.title() + " from the sandbox").raw(",\"locale\":\"en\"}");
    }
}
