package io.eicbridge.sandbox.answers;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.workspace.Contact;
import io.eicbridge.sandbox.workspace.Holding;
import io.eicbridge.sandbox.workspace.Tag;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The endpoints that create, rename and delete tags and put them on contacts. */
final class TagWrites {
    private static final String SCOPE = "write_tags";
    private static final Set<String> KNOWN = Set.of("name", "id", "users");
    private final Workspace workspace;

    TagWrites(Workspace workspace) {
        this.workspace = workspace;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.post("/tags", SCOPE, this::save),
                Endpoint.delete("/tags/{id}", SCOPE, this::delete),
                Endpoint.post(
                        "/contacts/{id}/tags",
                        SCOPE,
                        (asked, mischief, out) -> hold(asked, Given.required("id", asked.body()), true, out)),
                Endpoint.delete(
                        "/contacts/{id}/tags/{tag}",
                        SCOPE,
                        (asked, mischief, out) -> hold(asked, asked.variable("tag"), false, out)));
    }

    private void save(Asked asked, Mischief mischief, JsonBytes out) {
        JsonNode body = asked.body();
        boolean legal = body.isObject() && body.path("name").isTextual() && knows(body);
        if (!legal || body.path("name").asText().isBlank()) {
            throw Refusal.bad("parameter_invalid", "invalid tag parameters");
        }
        String id = Given.text("id", body.path("id"));
        String name = body.path("name").asText();
        List<Contact> users = users(body.path("users"));
        Tag tag = id == null ? create(name) : rename(id, name);
        users.forEach(user -> hold(user, tag, true));
        ListAnswers.tag(tag, out);
    }

    private static boolean knows(JsonNode body) {
        List<String> names = new ArrayList<>();
        body.fieldNames().forEachRemaining(names::add);
        return KNOWN.containsAll(names);
    }

    private List<Contact> users(JsonNode users) {
        List<Contact> found = new ArrayList<>();
        for (JsonNode user : users) {
            found.add(workspace
                    .contacts()
                    .find(user.path("id").asText())
                    .filter(Contact::isLive)
                    .orElseThrow(ContactAnswers::unknown));
        }
        return found;
    }

    private Tag create(String name) {
        synchronized (workspace.tags()) {
            Optional<Tag> known = workspace.tags().named(name);
            Tag tag = workspace.tags().create(name);
            workspace.effects().count("tag_created", tag.id(), known.isEmpty());
            return tag;
        }
    }

    private Tag rename(String id, String name) {
        synchronized (workspace.tags()) {
            Tag before = get(id);
            if (workspace
                    .tags()
                    .named(name)
                    .filter(other -> !other.id().equals(id))
                    .isPresent()) {
                throw Refusal.bad("parameter_invalid", "A tag with this name already exists");
            }
            workspace.effects().count("tag_renamed", id, !before.name().equals(name));
            return workspace.tags().rename(id, name);
        }
    }

    /** Intercom answers without a body. */
    private void delete(Asked asked, Mischief mischief, JsonBytes out) {
        synchronized (workspace.tags()) {
            Tag tag = get(asked.variable("id"));
            workspace.tags().dependent(tag).ifPresent(segment -> {
                throw Refusal.bad(
                        "tag_has_dependent_objects",
                        "Unable to delete Tag with dependent objects. Segments: " + segment + ".");
            });
            workspace.tags().delete(tag.id());
            workspace.effects().count("tag_deleted", tag.id(), true);
        }
    }

    private void hold(Asked asked, String id, boolean held, JsonBytes out) {
        Tag tag = workspace.changes().together(() -> {
            Contact contact = ContactAnswers.get(workspace, asked);
            Tag wanted = get(id);
            hold(contact, wanted, held);
            return wanted;
        });
        out.raw("{\"type\":\"tag\",\"id\":").text(tag.id()).raw(",\"name\":").text(tag.name());
        out.raw(",\"applied_at\":").number(workspace.time().second());
        out.raw(",\"applied_by\":{\"type\":\"admin\",\"id\":");
        out.text(workspace.teammates().all().iterator().next().id()).raw("}}");
    }

    private void hold(Contact contact, Tag tag, boolean held) {
        boolean changed = workspace.changes().hold(contact, Holding.TAG, tag.number(), held);
        workspace.effects().count(held ? "tag_attached" : "tag_detached", contact.id() + "/" + tag.id(), changed);
    }

    private Tag get(String id) {
        return workspace.tags().find(id).orElseThrow(() -> Refusal.notFound("not_found", "Resource Not Found"));
    }
}
