package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.search.Cursor;
import io.eicbridge.sandbox.search.Found;
import io.eicbridge.sandbox.search.QueryReader;
import io.eicbridge.sandbox.search.Search;
import io.eicbridge.sandbox.search.Wanted;
import io.eicbridge.sandbox.workspace.Contact;
import io.eicbridge.sandbox.workspace.Shelf;
import io.eicbridge.sandbox.workspace.Standing;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.List;

/** The endpoints that list, find and show contacts. */
final class ContactAnswers {
    private static final String SCOPE = "read_users_companies";
    private final Workspace workspace;
    private final ContactWriter writer;
    private final SearchBody bodies;
    private final Search lists;
    private final Search searches;

    ContactAnswers(Workspace workspace, ContactWriter writer) {
        this.workspace = workspace;
        this.writer = writer;
        this.bodies = new SearchBody(new QueryReader(workspace));
        this.lists = new Search(workspace.contacts().live().population());
        this.searches = new Search(workspace.contacts().live().population());
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/contacts", SCOPE, this::list),
                Endpoint.post("/contacts/search", SCOPE, this::search),
                Endpoint.get("/contacts/find_by_external_id/{external_id}", SCOPE, this::showByExternalId)
                        .from(13),
                Endpoint.get("/contacts/{id}", SCOPE, this::show));
    }

    private void list(Asked asked, Mischief mischief, JsonBytes out) {
        String after = asked.query("starting_after");
        Wanted wanted = Wanted.everybody(asked.count("per_page", 10, 150), after == null ? null : Cursor.of(after));
        Found found = lists.page(workspace.contacts().live(), wanted);
        write(found, asked.version(), after, mischief, out);
    }

    private void search(Asked asked, Mischief mischief, JsonBytes out) {
        Shelf index = workspace.contacts().indexed();
        Found found = searches.page(index, bodies.read(asked.body(), asked.version()));
        String after = asked.body().path("pagination").path("starting_after").asText(null);
        write(found, asked.version(), after, mischief, out);
    }

    private void write(Found found, Version version, String after, Mischief mischief, JsonBytes out) {
        out.raw("{\"type\":\"list\",\"data\":[");
        boolean first = true;
        for (Contact contact : found.contacts()) {
            writer.write(contact, version, out.comma(first));
            first = false;
        }
        Paging.byCursor(found, after, mischief, out);
    }

    private void show(Asked asked, Mischief mischief, JsonBytes out) {
        writer.write(get(workspace, asked), asked.version(), out);
    }

    private void showByExternalId(Asked asked, Mischief mischief, JsonBytes out) {
        Contact contact = workspace
                .contacts()
                .findByExternalId(asked.variable("external_id"))
                .orElseThrow(ContactAnswers::unknown);
        writer.write(seen(contact, asked.version()), asked.version(), out);
    }

    /** The contact that the path names, where it can be seen. */
    static Contact get(Workspace workspace, Asked asked) {
        Contact contact = workspace.contacts().find(asked.variable("id")).orElseThrow(ContactAnswers::unknown);
        return seen(contact, asked.version());
    }

    static Contact seen(Contact contact, Version version) {
        if (contact.standing() == Standing.MERGED && version.since(16)) {
            String link = "</contacts/" + contact.mergedInto() + ">; rel=\"canonical\"";
            String message = "This contact has been merged. See the 'Link' header for the canonical contact.";
            throw new Refusal(410, "contact_merged", message, link);
        }
        if (!contact.isLive()) {
            throw unknown();
        }
        return contact;
    }

    static Refusal unknown() {
        return Refusal.notFound("not_found", "User Not Found");
    }
}
