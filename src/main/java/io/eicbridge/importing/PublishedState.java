package io.eicbridge.importing;

import io.eicbridge.directory.AccountView;
import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.EntitlementPages;
import io.eicbridge.directory.EntitlementView;
import io.eicbridge.directory.MembershipPages;
import io.eicbridge.directory.MembershipView;
import io.eicbridge.directory.Missing;
import io.eicbridge.directory.Pin;
import io.eicbridge.directory.Publications;
import io.eicbridge.directory.PublishedAccounts;
import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.Mode;
import io.eicbridge.journal.Runs;
import io.eicbridge.store.Store;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** What EIC is given at the moment: every question is a short read of the newest published state, so that nothing is locked. */
final class PublishedState {
    private static final int CHUNK = 2_000;
    private static final int ALL = 1_000_000;
    private final Store store;
    private final Runs runs;
    private final Accounts accounts = new Accounts();
    private final Publications publications = new Publications();
    private final PublishedAccounts published = new PublishedAccounts();
    private final MembershipPages memberships = new MembershipPages();
    private final EntitlementPages entitlements = new EntitlementPages();

    PublishedState(Store store, Runs runs) {
        this.store = store;
        this.runs = runs;
    }

    /** Some accounts by id, and ids of what they hold by type and account. */
    record Extract(Map<String, AccountView> accounts, Map<String, Map<String, Set<String>>> held) {}

    Extract of(String endpoint, Collection<String> ids, Set<String> types) {
        return store.read(handle -> {
            Pin pin = pin(handle, endpoint);
            Map<String, AccountView> found = published.of(handle, pin, ids);
            Map<String, Map<String, Set<String>>> held = new HashMap<>();
            types.forEach(type -> held.put(type, published.held(handle, pin, type, found.values())));
            return new Extract(found, held);
        });
    }

    private Pin pin(Handle handle, String endpoint) {
        return publications
                .current(handle, endpoint)
                .orElseThrow(() -> new Rejected("No full import of " + endpoint
                        + " has completed yet, so there is nothing to compare: \"eic-bridge import " + endpoint
                        + "\" makes one."));
    }

    /** The run whose publication is the newest, and the run that is under way or waits to go on, 0 for none. */
    List<Long> standing(String endpoint) {
        return store.read(handle -> List.of(
                pin(handle, endpoint).run(),
                runs.open(handle, endpoint, Mode.FULL).map(run -> run.run()).orElse(0L),
                runs.open(handle, endpoint, Mode.INCREMENTAL)
                        .map(run -> run.run())
                        .orElse(0L)));
    }

    /** Places of accounts in the order of creation, by id; for those that the directory knows. */
    Map<String, Integer> places(String endpoint, Collection<String> ids) {
        Map<String, Integer> places = new HashMap<>();
        store.read(handle -> accounts.keys(handle, endpoint, ids))
                .forEach((id, key) -> places.put(id, Accounts.place(key)));
        return places;
    }

    /** Ids of the accounts at these places. */
    List<String> ids(String endpoint, Collection<Integer> places) {
        return store.read(handle -> published.ids(handle, pin(handle, endpoint), places));
    }

    /** Every account that is not gone, in chunks. */
    void active(String endpoint, Consumer<List<Missing>> each) {
        List<Missing> chunk = store.read(handle -> accounts.missing(handle, endpoint, 0, 0, CHUNK));
        while (!chunk.isEmpty()) {
            each.accept(chunk);
            long last = chunk.get(chunk.size() - 1).key();
            chunk = store.read(handle -> accounts.missing(handle, endpoint, 0, last, CHUNK));
        }
    }

    /** Every membership of a type, in chunks. */
    void memberships(String endpoint, String type, Consumer<List<MembershipView>> each) {
        List<MembershipView> chunk =
                store.read(handle -> memberships.readAfter(handle, pin(handle, endpoint), type, 0, CHUNK));
        while (!chunk.isEmpty()) {
            each.accept(chunk);
            long last = chunk.get(chunk.size() - 1).position();
            chunk = store.read(handle -> memberships.readAfter(handle, pin(handle, endpoint), type, last, CHUNK));
        }
    }

    /** The entitlements of a type, gone ones among them. */
    List<EntitlementView> entitlements(String endpoint, String type) {
        return store.read(handle -> entitlements.readAfter(handle, pin(handle, endpoint), type, 0, ALL));
    }
}
