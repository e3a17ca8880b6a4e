package io.eicbridge.directory;

import io.eicbridge.directory.Consumers.Newest;
import io.eicbridge.directory.Consumers.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A consumer that knows an endpoint by deltas alone: what it was given so far, and how to ask for more in small pages. */
final class DeltaReader {
    private static final int PAGE = 3;
    private static final List<String> LISTS = List.of("accounts", "entitlements/Tag", "memberships/Tag");
    private final Fixture fixture;
    private final Consumers consumers = new Consumers();
    private final AccountChanges accountChanges = new AccountChanges();
    private final EntitlementChanges entitlementChanges = new EntitlementChanges();
    private final MembershipChanges membershipChanges = new MembershipChanges();
    private final Map<String, String> accounts = new TreeMap<>();
    private final Map<String, String> tags = new TreeMap<>();
    private final Set<String> pairs = new TreeSet<>();
    private int rows;

    /** One part of a delta after a key. */
    private interface Part<T> {
        List<DeltaRow<T>> after(long key, int limit);
    }

    DeltaReader(Fixture fixture) {
        this.fixture = fixture;
    }

    /** Reads all three lists; each moves only where the pull is completed. */
    void pull(boolean completed) {
        Runnable last = begun();
        if (completed) {
            last.run();
        }
    }

    /** Reads all three lists; what is returned asks for the link behind the last row. */
    Runnable begun() {
        rows = 0;
        LISTS.forEach(list -> fixture.run(handle -> consumers.begin(handle, reading(list), Fixture.NOW)));
        Newest newest = fixture.store
                .read(handle -> consumers.newest(handle, fixture.endpoint))
                .orElseThrow();
        Pin pin = fixture.store
                .read(handle -> fixture.publications.at(handle, fixture.endpoint, newest.run()))
                .orElseThrow();
        accounts(pin, window("accounts", newest));
        tags(pin, window("entitlements/Tag", newest));
        pairs(pin, window("memberships/Tag", newest));
        Map<String, Long> from = new TreeMap<>();
        LISTS.forEach(list -> from.put(list, position(list)));
        return () -> LISTS.forEach(list -> move(list, from.get(list), newest.change()));
    }

    private Reading reading(String list) {
        return new Reading(fixture.endpoint, list, "eic");
    }

    private Window window(String list, Newest newest) {
        return fixture.run(handle ->
                consumers.window(handle, fixture.endpoint, consumers.position(handle, reading(list)), newest.change()));
    }

    private long position(String list) {
        return fixture.run(handle -> consumers.position(handle, reading(list)));
    }

    private void move(String list, long from, long to) {
        fixture.run(handle -> {
            consumers.move(handle, reading(list), from, to, Fixture.NOW);
            return null;
        });
    }

    private <T> List<T> all(Part<T> part) {
        List<T> all = new ArrayList<>();
        List<DeltaRow<T>> page = part.after(0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(row -> all.add(row.row()));
            page = page.size() < PAGE
                    ? List.of()
                    : part.after(page.get(PAGE - 1).key(), PAGE);
        }
        rows += all.size();
        return all;
    }

    private void accounts(Pin pin, Window window) {
        all((key, limit) -> fixture.<List<DeltaRow<AccountView>>>run(
                        handle -> accountChanges.changed(handle, pin, window, key, limit)))
                .forEach(view -> accounts.put(view.id(), told(view)));
        all((key, limit) -> fixture.<List<DeltaRow<AccountView>>>run(
                        handle -> accountChanges.added(handle, pin, window, key, limit)))
                .forEach(view -> accounts.put(view.id(), told(view)));
    }

    static String told(AccountView view) {
        return view.name() + " " + view.active() + " " + view.attributes();
    }

    private void tags(Pin pin, Window window) {
        all((key, limit) -> fixture.<List<DeltaRow<EntitlementView>>>run(
                        handle -> entitlementChanges.read(handle, pin, "Tag", window, key, limit)))
                .forEach(view -> tags.put(view.id(), told(view)));
    }

    static String told(EntitlementView view) {
        return view.value() + " " + view.active();
    }

    private void pairs(Pin pin, Window window) {
        all((key, limit) -> fixture.<List<DeltaRow<MembershipDelta>>>run(
                        handle -> membershipChanges.changed(handle, pin, "Tag", window, key, limit)))
                .forEach(this::apply);
        all((key, limit) -> fixture.<List<DeltaRow<MembershipDelta>>>run(
                        handle -> membershipChanges.added(handle, pin, "Tag", window, key, limit)))
                .forEach(this::apply);
    }

    private void apply(MembershipDelta delta) {
        String pair = delta.membership().accountId() + ":" + delta.membership().entitlementId();
        if (delta.ended()) {
            pairs.remove(pair);
        } else {
            pairs.add(pair);
        }
    }

    Map<String, String> accounts() {
        return accounts;
    }

    Map<String, String> tags() {
        return tags;
    }

    Set<String> pairs() {
        return pairs;
    }

    /** How many rows the last pull gave, of all three lists. */
    int rows() {
        return rows;
    }
}
