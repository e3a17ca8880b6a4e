package io.eicbridge.provisioning.teammates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.dialect.provisioning.RenderedCall;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Ids;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.provisioning.queue.AskedNames;
import io.eicbridge.provisioning.queue.Finding;
import io.eicbridge.provisioning.queue.KnownSubjects;
import io.eicbridge.provisioning.queue.Sheets;
import java.util.Map;
import java.util.Optional;

/** Creates, changes and removes teammates by SCIM; each is looked for first, so that a repeated request finds its own work. */
public final class ScimUsers {
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private final Sheets sheets;
    private final KnownSubjects subjects;
    private final ScimSteps steps;
    private final TeammateProof proof = new TeammateProof();

    ScimUsers(Sheets sheets, KnownSubjects subjects, ScimSteps steps) {
        this.sheets = sheets;
        this.subjects = subjects;
        this.steps = steps;
    }

    /** Begins a creation; Rejected where {@code CreateAccountJSON} gives no userName. */
    public ScimWork creation(ProvisioningRequest request) {
        RenderedCall creation = sheets.fill(request, sheets.call(request, "CreateAccountJSON", null), Map.of());
        String userName =
                creation.body() == null ? "" : creation.body().path("userName").asText("");
        if (userName.isBlank()) {
            throw new Rejected(
                    "Nothing was done: CreateAccountJSON gives no \"userName\", by which SCIM knows a teammate. "
                            + request.context());
        }
        return new ScimWork(request, userName, creation);
    }

    /** The call that shows the teammate, whose e-mail address is SCIM's userName. */
    public Call teammate(ProvisioningRequest request) {
        return TeammateList.call(subjects.of(request));
    }

    /**
     * Begins a change of the teammate that was found, or of one who was invited and has not joined yet.
     *
     * @throws Rejected where the request tells neither an id nor a name by which the teammate could be known
     */
    public ScimWork change(ProvisioningRequest request, Answer answer) {
        ProvisioningRequest known = subjects.of(request);
        Optional<JsonNode> listed = TeammateList.find(known, answer.body());
        String email = listed.map(admin -> admin.path("email").asText(""))
                .orElseGet(() -> AskedNames.of(request.asked()).email());
        if (email.isEmpty() && !proof.isKnown(known)) {
            throw new Rejected("Nothing was done: no teammate has the id or name that was given. Give the accountID, or"
                    + " import first. " + request.context());
        }
        return new ScimWork(request, email, null).ofMember(listed.isPresent());
    }

    /** The call that creates the user; null where it is there. SCIM itself refuses a second user of a name. */
    public Call create(ScimWork work) {
        return work.user() != null
                ? null
                : sheets.toScim(work.request(), work.creation()).repeatable().accepting(CONFLICT);
    }

    /** Takes the answer: a user who is there already is looked for again, and adopted. */
    public void created(ScimWork work, Answer answer) {
        if (answer.status() != CONFLICT) {
            work.wrote();
            work.found(Ids.text(answer.body().path("id")));
            return;
        }
        work.takenByAnother();
        if (!"uniqueness".equals(answer.body().path("scimType").asText("uniqueness"))) {
            throw new Rejected(
                    "Nothing was done: SCIM answered 409. " + work.request().context(),
                    CONFLICT,
                    "",
                    answer.requestId());
        }
    }

    /**
     * What follows where SCIM has refused the user as one that is there, after the second search.
     *
     * @throws Transient where that does not find it, for the first time; a person is asked from then on
     */
    public void conflicted(ScimWork work) {
        if (work.user() != null) {
            return;
        }
        if (steps.begin(work.request(), ScimSteps.CONFLICT)) {
            throw new Transient(
                    "SCIM says that the teammate is there, and does not find it. It is looked for again. "
                            + work.request().context(),
                    true,
                    null,
                    null);
        }
        work.leftToAPerson("SCIM refuses the teammate as one that is there already, and does not find it.");
    }

    /** The call that changes or removes the user, or puts it into its group or out of it; null where nobody is there. */
    public Call write(ScimWork work) {
        if (work.user() == null) {
            return null;
        }
        ProvisioningRequest request = work.request();
        if (request.operation() == Operation.DISABLE || request.operation() == Operation.REMOVE) {
            steps.begin(request, ScimSteps.DELETE);
        }
        String callName = request.operation().ofAccess() ? request.asked().entitlementType() : null;
        RenderedCall filled = sheets.fill(
                request, sheets.call(request, parameter(request.operation()), callName), Map.of("scim", scim(work)));
        return sheets.toScim(request, filled).repeatable().accepting(NOT_FOUND);
    }

    private static String parameter(Operation operation) {
        return switch (operation) {
            case UPDATE -> "UpdateAccountJSON";
            case DISABLE -> "DisableAccountJSON";
            case REMOVE -> "RemoveAccountJSON";
            case ADD_ACCESS -> "AddAccessJSON";
            default -> "RemoveAccessJSON";
        };
    }

    private static JsonNode scim(ScimWork work) {
        ObjectNode scim = JsonNodeFactory.instance.objectNode().put("userId", work.user());
        if (work.group() != null) {
            scim.put("groupId", work.group()).put("memberPath", "members[value eq \"" + work.user() + "\"]");
        }
        return scim;
    }

    /** Keeps that something was written; a user who went meanwhile is found out by the reading that follows. */
    public void written(ScimWork work, Answer answer) {
        if (answer.status() != NOT_FOUND) {
            work.wrote();
        }
    }

    /** The call by which Intercom itself shows the effect. */
    public Call show(ScimWork work) {
        return proof.question(subjects.of(work.request()));
    }

    /**
     * The effect as Intercom shows it; of one who is invited and has not joined, SCIM's own answer counts.
     *
     * @throws Transient while Intercom does not show it
     */
    public Effect effect(ScimWork work, Answer answer) {
        Finding finding = proof.read(subjects.of(work.request()), answer);
        if (finding.kind() == Finding.Kind.DONE) {
            return work.hasWritten()
                    ? Effect.done(id(work, finding), "Done by SCIM: " + finding.words() + ".")
                    : Effect.already(id(work, finding), "Nothing had to be done: " + finding.words() + ".");
        }
        if (work.creation() != null || !work.isMember() || work.request().operation() == Operation.UPDATE) {
            String words = work.creation() == null
                    ? "SCIM took the change."
                    : "SCIM has invited the teammate, whose id is known once the invitation is accepted.";
            return work.hasWritten() ? Effect.done(null, words) : Effect.already(null, words);
        }
        throw new Transient(
                "SCIM took the change, but " + finding.words() + " yet. It is looked at again. "
                        + work.request().context(),
                true,
                answer.requestId(),
                null);
    }

    private static String id(ScimWork work, Finding finding) {
        return finding.accountId() == null ? work.request().account() : finding.accountId();
    }
}
