package io.eicbridge.provisioning.queue;

import io.eicbridge.directory.AccountView;
import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.EntitlementFinds;
import io.eicbridge.directory.EntitlementView;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.store.Store;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Knows by imports which account and entitlement a request means that gives their names: Intercom shows what is done by ids. */
public final class KnownSubjects {
    /** Types whose ids are Intercom's own. */
    private static final Set<String> TYPES = Set.of("Team", "Tag", "Company", "Segment");

    private final Store store;
    private final Accounts accounts;
    private final EntitlementFinds entitlements = new EntitlementFinds();

    /** Looks into this directory. */
    public KnownSubjects(Store store, Accounts accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    /** The same request by ids, as far as imports know them; who is enabled may come back under another id. */
    public ProvisioningRequest of(ProvisioningRequest request) {
        boolean named = request.operation().ofAccount() && request.operation() != Operation.ENABLE;
        if (!named || request.account() == null) {
            return request;
        }
        return store.read(handle -> request.about(
                account(handle, request).orElse(request.account()), entitlement(handle, request.asked())));
    }

    private Optional<String> account(Handle handle, ProvisioningRequest request) {
        String given = request.account().strip();
        return accounts.find(handle, request.endpoint(), given)
                .or(() -> accounts.named(handle, request.endpoint(), given))
                .map(AccountView::id);
    }

    private String entitlement(Handle handle, NewRequest asked) {
        String type = asked.entitlementType();
        String given = asked.entitlement();
        if (given == null || type == null || !TYPES.contains(type)) {
            return given;
        }
        return entitlements
                .byId(handle, asked.endpoint(), type, given.strip())
                .or(() -> entitlements.byValue(handle, asked.endpoint(), type, given.strip()))
                .map(EntitlementView::id)
                .orElse(given);
    }
}
