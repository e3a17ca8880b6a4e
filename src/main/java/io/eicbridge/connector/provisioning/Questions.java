package io.eicbridge.connector.provisioning;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.connector.provisioning.Submissions.Asked;
import io.eicbridge.journal.request.Operation;
import java.util.Optional;

/** Puts together what path and body of one call ask for. */
final class Questions {
    private static final String ACCOUNT_ID = "accountID";
    private static final String ENTITLEMENT_ID = "entitlementID";
    private static final String VALUE = "entitlement_value";
    private static final String NEW_VALUE = "updatedentitlement_value";
    private final Content content;
    private final Violations violations;
    private final Targets targets;
    private final Bound bound;

    Questions(Content content, Violations violations) {
        this.content = content;
        this.violations = violations;
        this.targets = new Targets(content, violations);
        this.bound = new Bound(content, violations);
    }

    Asked asked(Wish wish) {
        return switch (wish.verb()) {
            case "createAccount" -> new Asked(Operation.CREATE, Optional.empty(), Optional.empty(), bound.attributes());
            case "updateAccount" -> content.tells("status") ? status(wish) : account(wish, Operation.UPDATE);
            case "removeAccount" -> account(wish, Operation.REMOVE);
            case "enableAccount" -> account(wish, Operation.ENABLE);
            case "disableAccount" -> account(wish, Operation.DISABLE);
            case "addAccess" -> access(wish, Operation.ADD_ACCESS);
            case "removeAccess" -> access(wish, Operation.REMOVE_ACCESS);
            case "createEntitlement" -> made();
            case "updateEntitlement" -> renamed(wish);
            case "deleteEntitlement" -> deleted(wish);
            default -> new Asked(null, Optional.empty(), Optional.empty(), JsonNodeFactory.instance.objectNode());
        };
    }

    private Asked status(Wish wish) {
        Optional<Operation> operation = StatusWord.read(content.json().path("status"));
        violations.unless(operation.isPresent(), "'status' is no status: allowed are " + StatusWord.ALLOWED + ".");
        boolean alone = content.envelope()
                || content.json().properties().stream()
                        .allMatch(field -> field.getKey().equals("status")
                                || field.getKey().equals(ACCOUNT_ID));
        violations.unless(
                alone, "'status' goes alone, since it enables or disables: send attributes in a call of their own.");
        ObjectNode bindings = alone ? bound.targets("status", ACCOUNT_ID) : JsonNodeFactory.instance.objectNode();
        return ofAccount(wish, operation.orElse(Operation.ENABLE), bindings);
    }

    private Asked account(Wish wish, Operation operation) {
        ObjectNode bindings = operation == Operation.UPDATE ? bound.attributes() : bound.targets(ACCOUNT_ID);
        return ofAccount(wish, operation, bindings);
    }

    private Asked ofAccount(Wish wish, Operation operation, ObjectNode bindings) {
        Optional<String> account = targets.account(wish);
        Bound.add(bindings, "account", ACCOUNT_ID, account);
        return new Asked(operation, account, Optional.empty(), bindings);
    }

    private Asked access(Wish wish, Operation operation) {
        Asked about = ofAccount(wish, operation, bound.targets(ACCOUNT_ID, ENTITLEMENT_ID, VALUE));
        Optional<String> entitlement = targets.entitlement(wish);
        boolean byValue = content.texts("/entitlementID", "/entitlementValue/entitlementID")
                .isEmpty();
        Bound.add(about.bindings(), "entitlementValue", byValue ? VALUE : ENTITLEMENT_ID, entitlement);
        return new Asked(operation, about.account(), entitlement, about.bindings());
    }

    private Asked made() {
        ObjectNode bindings = bound.entitlement();
        Optional<String> name = targets.name();
        Bound.add(bindings, "entitlementValue", VALUE, name);
        return new Asked(Operation.CREATE_ENTITLEMENT, Optional.empty(), name, bindings);
    }

    private Asked renamed(Wish wish) {
        ObjectNode bindings = bound.entitlement();
        Bound.add(bindings, "entitlementValue", NEW_VALUE, targets.newName());
        return ofEntitlement(wish, Operation.UPDATE_ENTITLEMENT, bindings);
    }

    private Asked deleted(Wish wish) {
        return ofEntitlement(wish, Operation.DELETE_ENTITLEMENT, bound.targets(ENTITLEMENT_ID));
    }

    private Asked ofEntitlement(Wish wish, Operation operation, ObjectNode bindings) {
        Optional<String> entitlement = targets.entitlement(wish);
        Bound.add(bindings, "entitlementValue", ENTITLEMENT_ID, entitlement);
        return new Asked(operation, Optional.empty(), entitlement, bindings);
    }
}
