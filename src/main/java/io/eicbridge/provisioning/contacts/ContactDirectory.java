package io.eicbridge.provisioning.contacts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.directory.AccountView;
import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.DisabledAccount;
import io.eicbridge.directory.DisabledAccounts;
import io.eicbridge.directory.EntitlementFinds;
import io.eicbridge.directory.EntitlementView;
import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.store.Store;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds out of which account and entitlement a request speaks: callers give Intercom's id, or the name that imports told them. */
public final class ContactDirectory {
    private static final Pattern CONTACT = Pattern.compile("[0-9a-f]{24}");
    private static final Pattern COMPANY = CONTACT;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,20}");
    private final Store store;
    private final Accounts accounts;
    private final EntitlementFinds entitlements;
    private final DisabledAccounts disabled;

    /** Looks into this directory. */
    public ContactDirectory(Store store, Accounts accounts, EntitlementFinds entitlements, DisabledAccounts disabled) {
        this.store = store;
        this.accounts = accounts;
        this.entitlements = entitlements;
        this.disabled = disabled;
    }

    /** Intercom's id of the request's account; Rejected where nothing is known by what was given. */
    String account(ProvisioningRequest request) {
        String given = request.account().strip();
        return store.read(handle -> accounts.find(handle, request.endpoint(), given)
                        .or(() -> accounts.named(handle, request.endpoint(), given)))
                .map(AccountView::id)
                .or(() -> Optional.of(given).filter(id -> CONTACT.matcher(id).matches()))
                .orElseThrow(
                        () -> new Rejected("Nothing was done: no account has the id or name that was given. Give the"
                                + " accountID, or import first. " + request.context()));
    }

    /** The account where the bridge itself made it invisible. */
    Optional<DisabledAccount> disabled(ProvisioningRequest request, String id) {
        return store.read(handle -> disabled.find(handle, request.endpoint(), id));
    }

    /** The request's entitlement, with what expressions may read of it; Rejected where nothing is known by what was given. */
    Entitlement entitlement(ProvisioningRequest request) {
        String type = request.asked().entitlementType();
        String given = request.asked().entitlement().strip();
        Optional<EntitlementView> known = store.read(handle -> entitlements
                .byId(handle, request.endpoint(), type, given)
                .or(() -> entitlements.byValue(handle, request.endpoint(), type, given)));
        return known.map(view -> new Entitlement(type, view.id(), bound(type, view.id(), view.value())))
                .or(() -> Optional.of(given)
                        .filter(id -> isId(type, id))
                        .map(id -> new Entitlement(type, id, bound(type, id, id))))
                .orElseThrow(() -> new Rejected("Nothing was done: no " + type + " has the id or value \"" + given
                        + "\". Give its id, or import first. " + request.context()));
    }

    private static boolean isId(String type, String given) {
        return (type.equals("Company") ? COMPANY : NUMBER).matcher(given).matches();
    }

    private static ObjectNode bound(String type, String id, String value) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("entitlementID", id)
                .put("entitlement_value", value == null ? id : value)
                .put("entitlementType", type);
    }
}
