package io.eicbridge.provisioning.queue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Listing;
import io.eicbridge.intercom.Listings;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Verifies what a person says is done: nobody's word is taken for what Intercom itself can show. */
public final class QueueProofs {
    /** An invitation may be older than the queue item. */
    private static final Duration BEFORE = Duration.ofDays(7);

    private static final Finding BELIEVED = new Finding(
            Finding.Kind.UNSEEN, null, "Intercom's API does not show such things, so that the ticket is believed");
    private static final Finding INVITED =
            new Finding(Finding.Kind.PENDING, null, "the teammate is invited and has not accepted yet");
    private final Map<String, Proof> proofs;

    QueueProofs(Map<String, Proof> proofs) {
        this.proofs = Map.copyOf(proofs);
    }

    /** The call that shows whether a request is fulfilled before anybody is asked; null where none does. */
    public Call before(ProvisioningRequest request) {
        Call call = proofs.get(request.endpoint()).question(request);
        return call == null ? null : Sheets.own(request, call);
    }

    /** The effect of a request that is fulfilled already, so that nobody need be asked; null where it is not. */
    public Effect already(ProvisioningRequest request, Answer answer) {
        Finding finding = proofs.get(request.endpoint()).read(request, answer);
        return finding.kind() == Finding.Kind.DONE
                ? Effect.already(finding.accountId(), "Nobody is asked: " + finding.words() + " already.")
                : null;
    }

    /** The call that shows it; null, with the check believing the ticket, where none does. */
    public Call question(QueueCheck check) {
        Call call = proofs.get(check.item().endpoint()).question(check.request());
        if (call == null) {
            check.found(BELIEVED, false);
            return null;
        }
        return own(check, call);
    }

    /** Keeps what the answer shows. */
    public void read(QueueCheck check, Answer answer) {
        Proof proof = proofs.get(check.item().endpoint());
        Finding finding = proof.read(check.request(), answer);
        boolean missing = finding.kind() == Finding.Kind.NOT_DONE && proof.invites(check.request());
        check.found(finding, missing && !email(check.request()).isEmpty());
    }

    /** The call for the invitations of the last days. */
    public Call invitations(QueueCheck check) {
        return own(check, log(check).call(null));
    }

    /** An invitation of the same address counts as pending. */
    public void invited(QueueCheck check, Answer answer) {
        List<JsonNode> events = log(check).read(answer).items();
        String email = email(check.request());
        if (events.stream().anyMatch(event -> mentions(event, email))) {
            check.found(INVITED, false);
        }
    }

    /** The log cannot be read: an invitation is assumed until its time is over. */
    public void unknownInvitations(QueueCheck check) {
        check.found(INVITED, false);
    }

    private static Listing log(QueueCheck check) {
        return Listings.invitations(check.item().openedAt().minus(BEFORE));
    }

    /** Which member of an event's metadata holds the address is documented nowhere. */
    private static boolean mentions(JsonNode event, String email) {
        String told = event.path("metadata") + " "
                + event.path("activity_description").asText("");
        return told.toLowerCase(Locale.ROOT).contains(email);
    }

    private static String email(ProvisioningRequest request) {
        return AskedNames.of(request.asked()).email();
    }

    private static Call own(QueueCheck check, Call call) {
        return Sheets.own(check.request(), call);
    }
}
