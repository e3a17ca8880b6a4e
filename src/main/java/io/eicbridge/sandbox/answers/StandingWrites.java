package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.workspace.Attributes;
import io.eicbridge.sandbox.workspace.Contact;
import io.eicbridge.sandbox.workspace.Standing;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The endpoints that archive, unarchive, block and delete contacts. */
final class StandingWrites {
    private static final Map<Standing, Refusal> FINAL = Map.of(
            Standing.MERGED, Refusal.bad("bad_request", "User has been merged and is not restorable."),
            Standing.BLOCKED, Refusal.bad("not_restorable", "User has been blocked and is not restorable."));
    private static final Set<Standing> EXISTING = Set.of(Standing.LIVE, Standing.ARCHIVED, Standing.BLOCKED);
    private final Workspace workspace;

    StandingWrites(Workspace workspace) {
        this.workspace = workspace;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.post("/contacts/{id}/archive", ContactWrites.SCOPE, this::archive),
                Endpoint.post("/contacts/{id}/unarchive", ContactWrites.SCOPE, this::unarchive),
                Endpoint.post("/contacts/{id}/block", ContactWrites.SCOPE, this::block)
                        .from(13),
                Endpoint.delete("/contacts/{id}", ContactWrites.SCOPE, this::delete));
    }

    private void archive(Asked asked, Mischief mischief, JsonBytes out) {
        Set<Standing> allowed = Set.of(Standing.LIVE, Standing.ARCHIVED);
        stand(asked, "contact_archived", Standing.ARCHIVED, contact -> existing(contact, allowed, asked), out);
        out.raw(",\"archived\":true}");
    }

    private void unarchive(Asked asked, Mischief mischief, JsonBytes out) {
        stand(asked, "contact_unarchived", Standing.LIVE, contact -> restorable(contact, asked), out);
        out.raw(",\"archived\":false}");
    }

    private void block(Asked asked, Mischief mischief, JsonBytes out) {
        stand(asked, "contact_blocked", Standing.BLOCKED, contact -> existing(contact, EXISTING, asked), out);
        out.raw(",\"blocked\":true}");
    }

    private void delete(Asked asked, Mischief mischief, JsonBytes out) {
        stand(asked, "contact_deleted", Standing.DELETED, contact -> existing(contact, EXISTING, asked), out);
        out.raw(",\"deleted\":true}");
    }

    /** Writes the answer up to its last attribute. */
    private void stand(Asked asked, String kind, Standing wanted, Function<Contact, Contact> check, JsonBytes out) {
        workspace.changes().together(() -> {
            Contact contact =
                    check.apply(workspace.contacts().find(asked.variable("id")).orElseThrow(ContactAnswers::unknown));
            boolean changed = workspace.changes().stand(contact, wanted, null);
            workspace.effects().count(kind, contact.id(), changed);
            out.raw("{\"type\":\"contact\",\"id\":").text(contact.id());
            return out.raw(",\"external_id\":").value(contact.value(Attributes.EXTERNAL_ID));
        });
    }

    private static Contact existing(Contact contact, Set<Standing> allowed, Asked asked) {
        return allowed.contains(contact.standing()) ? contact : ContactAnswers.seen(contact, asked.version());
    }

    private static Contact restorable(Contact contact, Asked asked) {
        Refusal refusal = FINAL.get(contact.standing());
        if (refusal != null) {
            throw refusal;
        }
        return existing(contact, EXISTING, asked);
    }
}
