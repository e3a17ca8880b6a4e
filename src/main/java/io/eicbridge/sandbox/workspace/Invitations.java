package io.eicbridge.sandbox.workspace;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Those who were invited to the workspace and have not joined: the activity log tells of them, the list of teammates does not. */
public final class Invitations {
    private final Teammates teammates;
    private final ActivityLog log;
    private final Features features;
    private final Time time;
    private final Map<String, Teammate> pending = new ConcurrentSkipListMap<>();

    Invitations(Teammates teammates, ActivityLog log, Features features, Time time) {
        this.teammates = teammates;
        this.log = log;
        this.features = features;
        this.time = time;
    }

    void reset() {
        pending.clear();
    }

    /** Invites somebody, who joins at once where the workspace is so. */
    public synchronized Teammate invite(String name, String email) {
        Teammate invited = teammates.newcomer(name, email);
        pending.put(invited.id(), invited);
        tell("admin_invite_creation", email + " was invited to the workspace.");
        if (features.has(Features.INSTANT_JOIN)) {
            join(email);
        }
        return invited;
    }

    /** Lets somebody accept the invitation; who was not invited is an {@link IllegalArgumentException}. */
    public synchronized void join(String email) {
        Teammate joining = pending.values().stream()
                .filter(invited -> invited.email().equalsIgnoreCase(email))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody was invited as \"" + email + "\""));
        pending.remove(joining.id());
        teammates.admit(joining);
        log.tell("app_admin_join", joining, joining.email() + " joined the workspace.", time.second());
    }

    /** Takes an invitation back. */
    public synchronized void withdraw(Teammate invited) {
        pending.remove(invited.id());
        tell("admin_invite_deletion", "The invitation of " + invited.email() + " was taken back.");
    }

    /** Changes who was invited. */
    public synchronized void change(Teammate changed) {
        pending.put(changed.id(), changed);
        tell("admin_invite_change", "The invitation of " + changed.email() + " was changed.");
    }

    private void tell(String type, String description) {
        Optional<Teammate> owner = teammates.all().stream().findFirst();
        owner.ifPresent(by -> log.tell(type, by, description, time.second()));
    }

    /** Those who have not joined. */
    public Collection<Teammate> pending() {
        return pending.values();
    }

    /** The one of that id who has not joined. */
    public Optional<Teammate> find(String id) {
        return Optional.ofNullable(pending.get(id));
    }
}
