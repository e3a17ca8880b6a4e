package io.eicbridge.provisioning.queue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Listing;
import io.eicbridge.intercom.Listings;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.Operation;
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
    private static final Finding NOBODY = Finding.notDone("no account is found by what the request tells of it");
    private static final Finding INVITED =
            new Finding(Finding.Kind.PENDING, null, "the teammate is invited and has not accepted yet");
    private final Map<String, Proof> proofs;
    private final KnownSubjects subjects;

    QueueProofs(Map<String, Proof> proofs, KnownSubjects subjects) {
        this.subjects = subjects;
        this.proofs = Map.copyOf(proofs);
    }

    /** The request by ids, as far as imports know them. */
    public ProvisioningRequest known(ProvisioningRequest request) {
        return subjects.of(request);
    }

    /** The request of a check, likewise. */
    public ProvisioningRequest knownOf(QueueCheck check) {
        return subjects.of(check.request());
    }

    /** The call by which Intercom tells the account's id; null where it is known, or cannot be told. */
    public Call who(ProvisioningRequest request) {
        Proof proof = proofs.get(request.endpoint());
        Call call = proof.isKnown(request) ? null : proof.search(request);
        return call == null ? null : Sheets.own(request, call);
    }

    /** The request by the id that the answer tells, as it is where it tells none. */
    public ProvisioningRequest met(ProvisioningRequest request, Answer answer) {
        return proofs.get(request.endpoint())
                .id(request, answer)
                .map(id -> request.about(id, request.asked().entitlement()))
                .orElse(request);
    }

    /**
     * What shows whether a request is fulfilled before anybody is asked.
     *
     * @throws Rejected where something is to be taken away from nobody knows whom: who is not found may still have it
     */
    public ProofWalk before(ProvisioningRequest request) {
        Proof proof = proofs.get(request.endpoint());
        if (proof.isKnown(request)) {
            return new ProofWalk(request, proof.question(request));
        }
        if (request.operation().takesAway()) {
            throw new Rejected("Nothing was done: no account has the id or name that was given. Give the accountID, or"
                    + " import first. " + request.context());
        }
        return new ProofWalk(request, null);
    }

    /** The call for the next page. */
    public Call next(ProofWalk walk) {
        return Sheets.own(walk.request(), walk.next());
    }

    /** Keeps what the page shows. */
    public void shown(ProofWalk walk, Answer answer) {
        Proof proof = proofs.get(walk.request().endpoint());
        walk.saw(proof.read(walk.request(), answer), proof.more(walk.request(), answer));
    }

    /**
     * The effect of a request that is fulfilled already, so that nobody need be asked; null where it is not.
     *
     * @throws Transient where the bridge stopped in the middle of the pages
     */
    public Effect already(ProofWalk walk) {
        requireAll(walk);
        Finding finding = walk.finding();
        return finding != null && finding.kind() == Finding.Kind.DONE
                ? Effect.already(finding.accountId(), "Nobody is asked: " + finding.words() + " already.")
                : null;
    }

    /** What shows whether a person has done it; the ticket is believed where nothing does. */
    public ProofWalk question(QueueCheck check, ProvisioningRequest known) {
        Proof proof = proofs.get(known.endpoint());
        if (!proof.isKnown(known)) {
            boolean invitable = known.operation() == Operation.ADD_ACCESS;
            check.found(NOBODY, invitable && !email(known).isEmpty());
            return new ProofWalk(known, null);
        }
        check.found(BELIEVED, false);
        return new ProofWalk(known, proof.question(known));
    }

    /**
     * Keeps what all pages show.
     *
     * @throws Transient where the bridge stopped in the middle of them
     */
    public void read(QueueCheck check, ProofWalk walk) {
        requireAll(walk);
        Finding finding = walk.finding();
        if (finding != null) {
            Proof proof = proofs.get(walk.request().endpoint());
            boolean missing = finding.kind() == Finding.Kind.NOT_DONE && proof.invites(walk.request());
            check.found(finding, missing && !email(walk.request()).isEmpty());
        }
    }

    private static void requireAll(ProofWalk walk) {
        if (walk.isOpen()) {
            throw new Transient(
                    "The bridge stops before all is read. " + walk.request().context(), false, null, null);
        }
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
