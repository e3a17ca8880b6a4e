package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.workspace.Contact;
import io.eicbridge.sandbox.workspace.Holding;
import io.eicbridge.sandbox.workspace.Subscription;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.List;

/** The endpoints that record and forget what contacts chose about subscriptions. */
final class SubscriptionWrites {
    private final Workspace workspace;

    SubscriptionWrites(Workspace workspace) {
        this.workspace = workspace;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.post("/contacts/{id}/subscriptions", ContactWrites.SCOPE, this::attach),
                Endpoint.delete("/contacts/{id}/subscriptions/{type}", ContactWrites.SCOPE, this::detach));
    }

    /** The consent that is told has to be the one that the type asks for. */
    private void attach(Asked asked, Mischief mischief, JsonBytes out) {
        String id = Given.required("id", asked.body());
        String consent = Given.required("consent_type", asked.body());
        ContactAnswers.get(workspace, asked);
        Subscription type = get(id);
        if (!type.consent().equals(consent)) {
            throw Refusal.bad("parameter_invalid", "consent_type of this subscription is " + type.consent());
        }
        hold(asked, type, true, out);
    }

    private void detach(Asked asked, Mischief mischief, JsonBytes out) {
        ContactAnswers.get(workspace, asked);
        hold(asked, get(asked.variable("type")), false, out);
    }

    private void hold(Asked asked, Subscription type, boolean held, JsonBytes out) {
        workspace.changes().together(() -> {
            Contact contact = ContactAnswers.get(workspace, asked);
            boolean changed = workspace.changes().hold(contact, Holding.SUBSCRIPTION, type.ordinal(), held);
            String kind = held ? "subscription_attached" : "subscription_detached";
            workspace.effects().count(kind, contact.id() + "/" + type.id(), changed);
            return contact;
        });
        ListAnswers.subscription(type, out);
    }

    private static Subscription get(String id) {
        return Subscription.find(id).orElseThrow(() -> Refusal.notFound("not_found", "Resource Not Found"));
    }
}
