package io.eicbridge.journal.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.failure.About;
import java.time.Instant;

/**
 * A journalled request as it stands.
 *
 * @param attempt the number of its newest attempt, from 1; 0 before the first
 * @param tries attempts that failed for a passing reason since it was accepted, or asked for again
 * @param dueAt when it may be carried out; null while nothing runs until the caller calls again, and once it has ended
 * @param endedAt null while it is open
 * @param reason why it stands where it stands, null where there is nothing to say
 * @param intercomRequestId Intercom's id of the call that decided, null for none
 * @param accountId Intercom's id of what it was carried out on, null until that is known
 * @param message what was done, for its caller; null until then
 */
public record ProvisioningRequest(
        long id,
        NewRequest asked,
        RequestState state,
        int attempt,
        int tries,
        Instant createdAt,
        Instant dueAt,
        Instant endedAt,
        String reason,
        String intercomRequestId,
        String accountId,
        String message) {

    /** The endpoint that it is for. */
    public String endpoint() {
        return asked.endpoint();
    }

    /** What is asked. */
    public Operation operation() {
        return asked.operation();
    }

    /** The account: by Intercom's id once that is known, otherwise as the caller gave it; null for a create. */
    public String account() {
        return asked.operation().ofAccount() && accountId != null ? accountId : asked.account();
    }

    /** The same request with other bindings. */
    public ProvisioningRequest with(ObjectNode bindings) {
        return copy(asked.with(bindings), state, attempt, accountId);
    }

    /** The same request, which the bridge repeats whoever asked. */
    public ProvisioningRequest repeatedByBridge() {
        return copy(asked.repeatedBy(RetryOwner.BRIDGE), state, attempt, accountId);
    }

    /** The same request about the account and the entitlement of these ids. */
    public ProvisioningRequest about(String account, String entitlement) {
        return copy(asked.about(entitlement), state, attempt, account);
    }

    /** What expressions may read. */
    public ObjectNode bindings() {
        return asked.bindings();
    }

    /** The same request once its next attempt has begun. */
    public ProvisioningRequest begun() {
        return copy(asked, RequestState.RUNNING, attempt + 1, accountId);
    }

    private ProvisioningRequest copy(
            NewRequest otherAsked, RequestState otherState, int otherAttempt, String otherAccountId) {
        return new ProvisioningRequest(
                id,
                otherAsked,
                otherState,
                otherAttempt,
                tries,
                createdAt,
                dueAt,
                endedAt,
                reason,
                intercomRequestId,
                otherAccountId,
                message);
    }

    /** Whether nothing runs until the caller calls again. */
    public boolean waitsForCaller() {
        return state == RequestState.WAITING && dueAt == null;
    }

    /** The end of every message about this request. */
    public String context() {
        return new About("", endpoint(), account() == null ? "" : account()) + " [request=" + id + "]";
    }

    /** Without the bindings, so that they do not reach a log. */
    @Override
    public String toString() {
        return operation().word() + " " + state.word() + " " + context();
    }
}
