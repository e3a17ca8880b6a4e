package io.eicbridge.sandbox.scim;

import io.eicbridge.sandbox.workspace.Effects;
import io.eicbridge.sandbox.workspace.Role;
import io.eicbridge.sandbox.workspace.Teammate;
import io.eicbridge.sandbox.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everybody whom SCIM knows: teammates, and those who were invited and have not joined. */
final class ScimRoster {
    private final Workspace workspace;

    ScimRoster(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Looks and changes without any other call of SCIM in between. */
    synchronized <T> T together(Supplier<T> deed) {
        return deed.get();
    }

    /** SCIM's id of somebody is not that of the API. */
    static String idOf(Teammate teammate) {
        return UUID.nameUUIDFromBytes(("user" + teammate.id()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    List<Teammate> all() {
        return Stream.concat(workspace.teammates().all().stream(), workspace.invitations().pending().stream())
                .toList();
    }

    Teammate get(String id) {
        return all().stream()
                .filter(teammate -> idOf(teammate).equals(id))
                .findFirst()
                .orElseThrow(() -> ScimForms.unknown(id));
    }

    Optional<Teammate> byEmail(String email) {
        return all().stream()
                .filter(teammate -> teammate.email().equalsIgnoreCase(email))
                .findFirst();
    }

    String externalId(Teammate teammate) {
        return workspace.teammates().externalId(teammate.id());
    }

    void externalId(Teammate teammate, String externalId) {
        workspace.teammates().externalId(teammate.id(), externalId);
    }

    Teammate invite(String name, String email) {
        Teammate invited = workspace.invitations().invite(name, email);
        tell("admin_provisioned", email + " was provisioned.");
        effects().count("teammate_created", invited.id(), true);
        return invited;
    }

    void change(Teammate before, Teammate after) {
        boolean changed = !before.equals(after);
        effects().count("teammate_updated", before.id(), changed);
        if (changed) {
            put(after);
        }
    }

    /** Completes somebody who was just created. */
    Teammate rename(Teammate after) {
        put(after);
        return after;
    }

    private void put(Teammate after) {
        if (workspace.invitations().find(after.id()).isPresent()) {
            workspace.invitations().change(after);
        } else {
            workspace.teammates().change(after);
        }
    }

    /** There are no disabled teammates: who is not active is gone. */
    void remove(Teammate teammate) {
        if (workspace.invitations().find(teammate.id()).isPresent()) {
            workspace.invitations().withdraw(teammate);
        } else {
            workspace.teammates().remove(teammate.id());
        }
        externalId(teammate, null);
        tell("admin_deprovisioned", teammate.email() + " was deprovisioned.");
        effects().count("teammate_deleted", teammate.id(), true);
    }

    /** Gives somebody a role or takes it. */
    void grant(Teammate teammate, Role role, boolean granted) {
        boolean changed = (teammate.role() == role.ordinal()) != granted;
        String kind = granted ? "role_given" : "role_taken";
        effects().count(kind, teammate.id() + "/" + role.id(), changed);
        if (changed) {
            put(teammate.withRole(granted ? role.ordinal() : -1));
            tell("admin_permission_change", "The role of " + teammate.email() + " was changed.");
        }
    }

    private Effects effects() {
        return workspace.effects();
    }

    private void tell(String type, String description) {
        workspace.teammates().all().stream().findFirst().ifPresent(by -> workspace
                .activities()
                .tell(type, by, description, workspace.time().second()));
    }
}
