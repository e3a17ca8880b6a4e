package io.eicbridge.directory;

import io.eicbridge.store.Database;
import io.eicbridge.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** One endpoint of a test database, written as runs write it. */
final class Fixture {
    static final Instant NOW = Instant.parse("2026-10-25T00:30:00Z");

    final Store store;
    final String endpoint;
    final Accounts accounts = new Accounts();
    final Entitlements entitlements = new Entitlements();
    final Memberships memberships = new Memberships();
    final Publications publications = new Publications();
    final AccountPages accountPages = new AccountPages();
    final EntitlementPages entitlementPages = new EntitlementPages();
    final MembershipPages membershipPages = new MembershipPages();

    Fixture(Database database) {
        this(database, "contacts");
    }

    Fixture(Database database, String endpoint) {
        this.store = database.store();
        this.endpoint = endpoint;
    }

    static AccountRecord account(String id, String... names) {
        return account(id, "steady", List.of(names));
    }

    static AccountRecord account(String id, String phone, List<String> names) {
        List<String> candidates = names.isEmpty() ? List.of("n" + id) : names;
        return new AccountRecord(id, candidates, new TreeMap<>(Map.of("PHONE", phone)), new TreeMap<>());
    }

    <T> T run(Function<Handle, T> work) {
        return store.inTransaction(work);
    }

    /** A run of that state; a state of {@code complete} alone does not publish it. */
    long newRun(String state) {
        return run(handle -> handle.createUpdate("insert into runs (endpoint, mode, state, started_at)"
                        + " values (:endpoint, 'full', :state, current_timestamp)")
                .bind("endpoint", endpoint)
                .bind("state", state)
                .executeAndReturnGeneratedKeys("run")
                .mapTo(Long.class)
                .one());
    }

    StoredPage storeAccounts(long run, AccountRecord... page) {
        return run(handle -> accounts.storePage(handle, endpoint, run, NOW, List.of(page)));
    }

    StoredEntitlements storeTags(long run, String... idsAndNames) {
        List<EntitlementRecord> page = new ArrayList<>();
        for (int i = 0; i < idsAndNames.length; i += 2) {
            page.add(new EntitlementRecord(idsAndNames[i], idsAndNames[i + 1], new TreeMap<>()));
        }
        return run(handle -> entitlements.storePage(handle, endpoint, "Tag", run, NOW, page));
    }

    /** The account's whole list of tags as the run read it. */
    MembershipChange holds(long run, String account, String... tags) {
        return run(handle -> {
            long key = accounts.keys(handle, endpoint, List.of(account)).get(account);
            Set<Long> held = new HashSet<>(tagKeys(handle, run, List.of(tags)).values());
            Writing writing = publications.writing(handle, endpoint, run);
            return memberships.replaceFor(handle, writing, "Tag", Map.of(key, held), Set.of());
        });
    }

    MembershipChange members(long run, String tag, String... accountIds) {
        return run(handle -> memberships.add(
                handle,
                publications.writing(handle, endpoint, run),
                tagKeys(handle, run, List.of(tag)).get(tag),
                accounts.keys(handle, endpoint, List.of(accountIds)).values()));
    }

    /** The account's own list, read besides, holds these tags. */
    void tells(long run, String account, String... tags) {
        run(handle -> {
            memberships.seen(
                    handle,
                    publications.writing(handle, endpoint, run),
                    accounts.keys(handle, endpoint, List.of(account)).get(account),
                    tagKeys(handle, run, List.of(tags)).values());
            return null;
        });
    }

    MembershipChange endUnseen(long run, String... tags) {
        return run(handle -> memberships.endUnseen(
                handle,
                publications.writing(handle, endpoint, run),
                "Tag",
                new HashSet<>(tagKeys(handle, run, List.of(tags)).values())));
    }

    /** Numbers in small pieces, as a large run is numbered. */
    Pin publish(long run) {
        return publish(run, 2);
    }

    Pin publishAtOnce(long run) {
        return publish(run, 10_000);
    }

    private Pin publish(long run, int piece) {
        run(handle -> {
            publications.takeBack(handle, endpoint);
            return null;
        });
        int numbered;
        do {
            numbered = run(handle -> publications.number(handle, endpoint, run, piece));
        } while (numbered == piece);
        run(handle -> publications.seal(handle, endpoint, run, true, NOW));
        return current();
    }

    Pin current() {
        return store.read(handle -> publications.current(handle, endpoint)).orElseThrow();
    }

    List<String> ids(Pin pin) {
        return store.read(handle -> accountPages.read(handle, pin, 0, 1000)).stream()
                .map(AccountView::id)
                .toList();
    }

    /** {@code account:tag} of all that the pin shows, sorted. */
    List<String> pairs(Pin pin) {
        return store.read(handle -> membershipPages.readAfter(handle, pin, "Tag", 0, 1000)).stream()
                .map(view -> view.accountId() + ":" + view.entitlementId())
                .sorted()
                .toList();
    }

    String name(String id) {
        return view(id).name();
    }

    AccountView view(String id) {
        return store.read(handle -> accounts.find(handle, endpoint, id)).orElseThrow();
    }

    private Map<String, Long> tagKeys(Handle handle, long run, Collection<String> tags) {
        return new HashMap<>(entitlements.refer(handle, endpoint, "Tag", run, NOW, tags));
    }
}
