package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.workspace.Contact;
import io.eicbridge.sandbox.workspace.Holding;
import io.eicbridge.sandbox.workspace.Segment;
import io.eicbridge.sandbox.workspace.Subscription;
import io.eicbridge.sandbox.workspace.Tag;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.List;
import java.util.stream.IntStream;

/** The endpoints that tell everything one contact holds. */
final class HoldingAnswers {
    private static final String SCOPE = "read_users_companies";
    private static final int LARGEST_PAGE = 60;
    private final Workspace workspace;
    private final CompanyWriter companies;

    HoldingAnswers(Workspace workspace, CompanyWriter companies) {
        this.workspace = workspace;
        this.companies = companies;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/contacts/{id}/tags", SCOPE, this::tags),
                Endpoint.get("/contacts/{id}/companies", SCOPE, this::companies),
                Endpoint.get("/contacts/{id}/subscriptions", SCOPE, this::subscriptions),
                Endpoint.get("/contacts/{id}/segments", SCOPE, this::segments));
    }

    private void tags(Asked asked, Mischief mischief, JsonBytes out) {
        Contact contact = ContactAnswers.get(workspace, asked);
        out.raw("{\"type\":\"list\",\"data\":[");
        boolean first = true;
        for (Tag tag : workspace.tagsOf(contact)) {
            ListAnswers.tag(tag, out.comma(first));
            first = false;
        }
        out.raw("]}");
    }

    private void companies(Asked asked, Mischief mischief, JsonBytes out) {
        Contact contact = ContactAnswers.get(workspace, asked);
        int[] all = IntStream.of(contact.numbers(Holding.COMPANY))
                .filter(number -> !workspace.companies().isDeleted(number))
                .toArray();
        Slice slice = Slice.of(asked, 50, LARGEST_PAGE, all.length);
        out.raw("{\"type\":\"list\",\"data\":[");
        for (int at = slice.start(); at < slice.end(); at++) {
            companies.write(all[at], out.comma(at == slice.start()));
        }
        Paging.byNumber(slice, asked.baseUrl() + "/contacts/" + contact.id() + "/companies", mischief, out);
    }

    private void subscriptions(Asked asked, Mischief mischief, JsonBytes out) {
        Contact contact = ContactAnswers.get(workspace, asked);
        out.raw("{\"type\":\"list\",\"data\":[");
        boolean first = true;
        for (Subscription type : Workspace.choicesOf(contact)) {
            ListAnswers.subscription(type, out.comma(first));
            first = false;
        }
        out.raw("]}");
    }

    private void segments(Asked asked, Mischief mischief, JsonBytes out) {
        Contact contact = ContactAnswers.get(workspace, asked);
        out.raw("{\"type\":\"list\",\"data\":[");
        boolean first = true;
        for (Segment segment : workspace.segments().of(contact)) {
            ListAnswers.segment(segment, out.comma(first)).raw("}");
            first = false;
        }
        out.raw("]}");
    }
}
