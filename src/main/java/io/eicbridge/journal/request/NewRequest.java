package io.eicbridge.journal.request;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What somebody asks to be done on an endpoint.
 *
 * @param caller who asks, for instance {@code eic} or {@code command}; keys are its own
 * @param key names the request among all of this caller and endpoint, over all its repetitions
 * @param account Intercom's id of the account as the caller gave it, null for a create and for what is about an entitlement alone
 * @param entitlementType for instance {@code Tag}, null where none is concerned
 * @param entitlement its id or value as given, null where none is concerned
 * @param bindings what expressions may read: {@code task}, {@code user}, {@code account}, {@code accountName} and so on; personal data,
 *     never logged
 */
public record NewRequest(
        String endpoint,
        String caller,
        String key,
        Operation operation,
        String account,
        String entitlementType,
        String entitlement,
        RetryOwner owner,
        ObjectNode bindings) {

    /** The same with other bindings. */
    public NewRequest with(ObjectNode other) {
        return new NewRequest(endpoint, caller, key, operation, account, entitlementType, entitlement, owner, other);
    }

    /** The same, repeated by that one. */
    NewRequest repeatedBy(RetryOwner other) {
        return new NewRequest(endpoint, caller, key, operation, account, entitlementType, entitlement, other, bindings);
    }

    /** The same about another entitlement. */
    NewRequest about(String other) {
        return new NewRequest(endpoint, caller, key, operation, account, entitlementType, other, owner, bindings);
    }

    /** Without the bindings, so that they do not reach a log. */
    @Override
    public String toString() {
        return "NewRequest[endpoint=" + endpoint + ", caller=" + caller + ", operation=" + operation + "]";
    }
}
