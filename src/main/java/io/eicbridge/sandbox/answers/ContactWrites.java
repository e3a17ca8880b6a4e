package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.workspace.Contact;
import io.eicbridge.sandbox.workspace.Standing;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The endpoints that create contacts and change their values. */
final class ContactWrites {
    static final String SCOPE = "read_write_users";
    private static final Set<Standing> TAKEN = Set.of(Standing.LIVE, Standing.ARCHIVED, Standing.BLOCKED);
    private final Workspace workspace;
    private final ContactWriter writer;
    private final ContactBody bodies;

    ContactWrites(Workspace workspace, ContactWriter writer) {
        this.workspace = workspace;
        this.writer = writer;
        this.bodies = new ContactBody(workspace);
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.post("/contacts", SCOPE, this::create), Endpoint.put("/contacts/{id}", SCOPE, this::update));
    }

    private void create(Asked asked, Mischief mischief, JsonBytes out) {
        Map<String, Object> values = bodies.read(asked);
        boolean named = Stream.of("email", "external_id", "role").anyMatch(name -> values.get(name) != null);
        if (!named) {
            throw Refusal.bad("parameter_missing", "One of email, external_id and role is required");
        }
        Contact made = workspace.changes().together(() -> {
            refuseNamesakes(values, "user".equals(values.getOrDefault("role", "user")), -1);
            return workspace.changes().create(values);
        });
        workspace.effects().count("contact_created", made.id(), true);
        writer.write(made, asked.version(), out);
    }

    private void update(Asked asked, Mischief mischief, JsonBytes out) {
        Map<String, Object> values = bodies.read(asked);
        String id = asked.variable("id");
        boolean changed = workspace.changes().together(() -> {
            Contact before = ContactAnswers.get(workspace, asked);
            if (before.isUser() && "lead".equals(values.get("role"))) {
                throw Refusal.bad("parameter_invalid", "The role of a user cannot be changed to lead");
            }
            boolean user = before.isUser() || "user".equals(values.get("role"));
            refuseNamesakes(values, user, before.index());
            return workspace.changes().update(before, values);
        });
        workspace.effects().count("contact_updated", id, changed);
        writer.write(workspace.contacts().find(id).orElseThrow(), asked.version(), out);
    }

    /** Nobody shares an external id; only leads share addresses. Who can be seen is told of before who cannot. */
    private void refuseNamesakes(Map<String, Object> values, boolean user, int self) {
        String externalId = Objects.toString(values.get("external_id"), null);
        String email = user ? Objects.toString(values.get("email"), null) : null;
        workspace
                .contacts()
                .namesakes(externalId, email)
                .filter(contact -> contact.index() != self && TAKEN.contains(contact.standing()))
                .min(Comparator.comparing(Contact::standing))
                .ifPresent(ContactWrites::refuse);
    }

    private static void refuse(Contact other) {
        if (other.standing() == Standing.BLOCKED) {
            throw Refusal.bad("not_restorable", "User has been blocked and is not restorable.");
        }
        String kind = other.isLive() ? "A contact" : "An archived contact";
        throw new Refusal(409, "conflict", kind + " matching those details already exists with id=" + other.id());
    }
}
