package io.eicbridge.directory;

import static io.eicbridge.directory.Fixture.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.directory.AccountQuery.Sort;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class PagesTest {
    private static final int ACCOUNTS = 700;

    @BothDatabases
    void everyWayThroughTheMembershipsShowsEachOnce(Database database) {
        Fixture contacts = large(database);
        Pin pin = contacts.current();
        List<MembershipView> whole =
                contacts.store.read(handle -> contacts.membershipPages.readAfter(handle, pin, "Tag", 0, 5000));

        List<MembershipView> byPosition = new ArrayList<>();
        List<MembershipView> byOffset = new ArrayList<>();
        long position = 0;
        for (long offset = 0; offset < whole.size(); offset += 97) {
            long after = position;
            long from = offset;
            byPosition.addAll(contacts.store.<List<MembershipView>>read(
                    handle -> contacts.membershipPages.readAfter(handle, pin, "Tag", after, 97)));
            byOffset.addAll(contacts.store.<List<MembershipView>>read(
                    handle -> contacts.membershipPages.readFrom(handle, pin, "Tag", from, 97)));
            position = byPosition.get(byPosition.size() - 1).position();
        }

        assertThat(whole).hasSize(ACCOUNTS / 2);
        assertThat(byPosition).isEqualTo(whole);
        assertThat(byOffset).isEqualTo(whole);
        assertThat(contacts.store.<Long>read(handle -> contacts.membershipPages.count(handle, pin, "Tag")))
                .isEqualTo(whole.size());
    }

    @BothDatabases
    void anOffsetOutOfTheBlueIsReadToo(Database database) {
        Fixture contacts = large(database);
        Pin pin = contacts.current();

        List<MembershipView> page =
                contacts.store.read(handle -> new MembershipPages().readFrom(handle, pin, "Tag", 340, 100));
        List<MembershipView> beyond =
                contacts.store.read(handle -> new MembershipPages().readFrom(handle, pin, "Tag", 351, 100));
        List<MembershipView> unknown =
                contacts.store.read(handle -> new MembershipPages().readFrom(handle, pin, "Nothing", 0, 100));

        assertThat(page).hasSize(10);
        assertThat(page.get(0).accountId()).isEqualTo("id680");
        assertThat(page.get(0).accountName()).isEqualTo("nid680");
        assertThat(page.get(0).entitlementValue()).isEqualTo("Even");
        assertThat(beyond).isEmpty();
        assertThat(unknown).isEmpty();
    }

    @BothDatabases
    void listsARestrictedAndSortedView(Database database) {
        Fixture contacts = large(database);
        Pin pin = contacts.current();
        contacts.run(handle -> contacts.accounts.markGone(
                handle, "contacts", 9, List.of("id3", "id20", "hidden"), "404", Fixture.NOW));
        AccountQuery gone = query(Optional.empty(), Optional.empty(), Optional.of(false), Sort.NAME, false);
        AccountQuery newest = query(Optional.empty(), Optional.empty(), Optional.empty(), Sort.CREATION, true);

        assertThat(view(contacts, pin, gone, 0, 10)).containsExactly("id20", "id3");
        assertThat(view(contacts, pin, gone, 1, 10)).containsExactly("id3");
        assertThat(count(contacts, pin, gone)).isEqualTo(2);
        assertThat(view(contacts, pin, newest, 1, 2)).containsExactly("id698", "id697");
        assertThat(view(contacts, pin, AccountQuery.ALL, 699, 2)).containsExactly("id699");
        assertThat(count(contacts, pin, AccountQuery.ALL)).isEqualTo(ACCOUNTS);
        assertThat(view(contacts, pin, byName("nid5"), 0, 10)).containsExactly("id5");
        assertThat(view(contacts, pin, byName("nhidden"), 0, 10)).isEmpty();
    }

    @BothDatabases
    void findsAVisibleAccountWithItsNumber(Database database) {
        Fixture contacts = large(database);
        Pin pin = contacts.current();

        AccountView found = contacts.store
                .read(handle -> contacts.accountPages.find(handle, pin, "id9"))
                .orElseThrow();
        assertThat(found.number()).isEqualTo(10);
        assertThat(contacts.store.<Boolean>read(handle ->
                        contacts.accountPages.find(handle, pin, "hidden").isEmpty()))
                .isTrue();
        assertThat(contacts.view("hidden").number()).isZero();
    }

    @BothDatabases
    void readsEntitlementsByKeyAndByOffset(Database database) {
        Fixture contacts = large(database);
        Pin pin = contacts.current();

        List<EntitlementView> first =
                contacts.store.read(handle -> contacts.entitlementPages.readAfter(handle, pin, "Tag", 0, 1));
        List<EntitlementView> second = contacts.store.read(handle -> contacts.entitlementPages.readAfter(
                handle, pin, "Tag", first.get(0).entitlement(), 10));
        List<EntitlementView> offset =
                contacts.store.read(handle -> contacts.entitlementPages.readFrom(handle, pin, "Tag", 1, 10));

        assertThat(first).extracting(EntitlementView::value).containsExactly("Even");
        assertThat(second).extracting(EntitlementView::value).containsExactly("Odd");
        assertThat(offset).isEqualTo(second);
    }

    /** Every second account holds the tag; one account more was stored by a run that is not published. */
    private static Fixture large(Database database) {
        Fixture contacts = new Fixture(database);
        long run = contacts.newRun("complete");
        contacts.storeTags(run, "even", "Even", "odd", "Odd");
        AccountRecord[] page = new AccountRecord[ACCOUNTS];
        String[] even = new String[ACCOUNTS / 2];
        for (int i = 0; i < ACCOUNTS; i++) {
            page[i] = account("id" + i);
            even[i / 2] = i % 2 == 0 ? "id" + i : even[i / 2];
        }
        contacts.storeAccounts(run, page);
        contacts.members(run, "even", even);
        contacts.publishAtOnce(run);
        long running = contacts.newRun("running");
        contacts.storeAccounts(running, account("hidden"));
        contacts.holds(running, "hidden", "even");
        return contacts;
    }

    private static AccountQuery byName(String name) {
        return query(Optional.empty(), Optional.of(name), Optional.empty(), Sort.CREATION, false);
    }

    private static AccountQuery query(
            Optional<String> id, Optional<String> name, Optional<Boolean> active, Sort sort, boolean descending) {
        return new AccountQuery(id, name, active, sort, descending);
    }

    private static List<String> view(Fixture contacts, Pin pin, AccountQuery query, long offset, int limit) {
        return contacts
                .store
                .<List<AccountView>>read(handle -> {
                    long[] keys = contacts.accountPages.keys(handle, pin, query, offset, limit);
                    return contacts.accountPages.ofKeys(handle, pin, keys);
                })
                .stream()
                .map(AccountView::id)
                .toList();
    }

    private static long count(Fixture contacts, Pin pin, AccountQuery query) {
        return contacts.store.read(handle -> contacts.accountPages.count(handle, pin, query));
    }
}
