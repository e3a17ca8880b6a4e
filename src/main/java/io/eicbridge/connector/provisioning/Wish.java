package io.eicbridge.connector.provisioning;

import io.eicbridge.connector.EntitlementType;
import java.util.Optional;

/**
 * What the path of a call says that is wanted.
 *
 * @param verb the word of the contract: createAccount, updateAccount, removeAccount, addAccess, removeAccess, createEntitlement,
 *     updateEntitlement or deleteEntitlement
 * @param account the account's id, where the path has it
 * @param type the type of entitlement, where the path has it
 * @param entitlement the entitlement's id, where the path has it
 */
record Wish(String verb, Optional<String> account, Optional<EntitlementType> type, Optional<String> entitlement) {

    static Wish ofAccount(String verb, String account) {
        return new Wish(verb, Optional.of(account), Optional.empty(), Optional.empty());
    }

    static Wish ofType(String verb, EntitlementType type) {
        return new Wish(verb, Optional.empty(), Optional.of(type), Optional.empty());
    }

    Wish withEntitlement(String id) {
        return new Wish(verb, account, type, Optional.of(id));
    }
}
