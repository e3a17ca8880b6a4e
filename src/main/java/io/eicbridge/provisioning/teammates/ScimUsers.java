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
import io.eicbridge.provisioning.queue.Sheets;
import java.util.Map;
import java.util.Optional;

/** Creates, changes and removes teammates by SCIM; each is looked for first, so that a repeated request finds its own work. */
public final class ScimUsers {
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private final Sheets sheets;
    private final TeammateProof proof = new TeammateProof();

    ScimUsers(Sheets sheets) {
        this.sheets = sheets;
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
        return TeammateList.call(request);
    }

    /** Begins a change of the teammate that was found, or of one who was invited and has not joined yet. */
    public ScimWork change(ProvisioningRequest request, Answer answer) {
        Optional<JsonNode> listed = TeammateList.find(request, answer.body());
        String email = listed.map(admin -> admin.path("email").asText(""))
                .orElseGet(() -> AskedNames.of(request.asked()).email());
        return new ScimWork(request, email, null).ofMember(listed.isPresent());
    }

    /** The call that creates the user; null where it is there. SCIM itself refuses a second user of a name. */
    public Call create(ScimWork work) {
        return work.user() != null
                ? null
                : sheets.toScim(work.request(), work.creation()).repeatable().accepting(CONFLICT);
    }

    /** Takes the answer: a user who is there already is adopted. */
    public void created(ScimWork work, Answer answer) {
        if (answer.status() != CONFLICT) {
            work.wrote();
            work.found(Ids.text(answer.body().path("id")));
        } else if (!"uniqueness".equals(answer.body().path("scimType").asText("uniqueness"))) {
            throw new Rejected(
                    "Nothing was done: SCIM answered 409. " + work.request().context(),
                    CONFLICT,
                    "",
                    answer.requestId());
        }
    }

    /** The call that changes or removes the user, or puts it into its group or out of it; null where nobody is there. */
    public Call write(ScimWork work) {
        if (work.user() == null) {
            return null;
        }
        ProvisioningRequest request = work.request();
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
        return proof.question(work.request());
    }

    /**
     * The effect as Intercom shows it; of one who is invited and has not joined, SCIM's own answer counts.
     *
     * @throws Transient while Intercom does not show it
     */
    public Effect effect(ScimWork work, Answer answer) {
        Finding finding = proof.read(work.request(), answer);
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
