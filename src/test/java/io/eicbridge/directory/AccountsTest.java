package io.eicbridge.directory;

import static io.eicbridge.directory.Fixture.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class AccountsTest {
    @BothDatabases
    void tellsNewChangedAndUnchangedAccountsApart(Database database) {
        Fixture contacts = new Fixture(database);
        StoredPage first = contacts.storeAccounts(1, account("a"), account("b"));
        StoredPage second =
                contacts.storeAccounts(2, account("a"), account("b", "other", List.of()), account("c"), account("c"));

        assertThat(List.of(first.created(), first.changed(), first.unchanged())).isEqualTo(List.of(2, 0, 0));
        assertThat(List.of(second.created(), second.changed(), second.unchanged()))
                .isEqualTo(List.of(1, 1, 1));
        assertThat(second.accounts()).containsAllEntriesOf(first.accounts()).containsKey("c");
        assertThat(second.fresh()).containsExactly(second.accounts().get("c"));
        assertThat(contacts.view("a").changedRun()).isEqualTo(1);
        assertThat(contacts.view("b").changedRun()).isEqualTo(2);
        assertThat(contacts.view("b").attributes()).isEqualTo("{\"PHONE\":\"other\"}");
    }

    @BothDatabases
    void aVolatileValueIsStoredButNoChange(Database database) {
        Fixture contacts = new Fixture(database);
        contacts.storeAccounts(1, account("a"));
        AccountRecord used = new AccountRecord(
                "a", List.of("na"), account("a").attributes(), new TreeMap<>(Map.of("LASTSEEN", "today")));

        StoredPage page = contacts.storeAccounts(2, used);

        assertThat(page.unchanged()).isEqualTo(1);
        assertThat(contacts.view("a").attributes()).isEqualTo("{\"LASTSEEN\":\"today\",\"PHONE\":\"steady\"}");
        assertThat(contacts.view("a").changedRun()).isEqualTo(1);
    }

    @BothDatabases
    void theSamePageAgainChangesNothing(Database database) {
        Fixture contacts = new Fixture(database);
        contacts.storeAccounts(1, account("a"), account("b"));

        StoredPage again = contacts.storeAccounts(1, account("a"), account("b"));

        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(contacts.store.<Long>read(handle -> contacts.accounts.countSeen(handle, "contacts", 1)))
                .isEqualTo(2);
    }

    @BothDatabases
    void takesTheFirstNameThatNobodyHolds(Database database) {
        Fixture contacts = new Fixture(database);
        contacts.storeAccounts(1, account("a", "x@example.com", "x@example.com#a"));
        contacts.storeAccounts(
                1,
                account("b", "x@example.com", "x@example.com#b"),
                account("c", "y@example.com", "y@example.com#c"),
                account("d", "y@example.com", "y@example.com#d"));

        assertThat(contacts.name("a")).isEqualTo("x@example.com");
        assertThat(contacts.name("b")).isEqualTo("x@example.com#b");
        assertThat(contacts.name("c")).isEqualTo("y@example.com");
        assertThat(contacts.name("d")).isEqualTo("y@example.com#d");
    }

    @BothDatabases
    void keepsItsNameWhileThatIsACandidate(Database database) {
        Fixture contacts = new Fixture(database);
        contacts.storeAccounts(1, account("a", "x", "x#a"), account("b", "x", "x#b"));
        contacts.storeAccounts(2, account("a", "z", "z#a"));

        StoredPage page = contacts.storeAccounts(2, account("b", "x", "x#b"));

        assertThat(page.unchanged()).isEqualTo(1);
        assertThat(contacts.name("b")).isEqualTo("x#b");
    }

    @BothDatabases
    void twoAccountsThatSwapTheirNamesNeverShareOne(Database database) {
        Fixture contacts = new Fixture(database);
        contacts.storeAccounts(1, account("a", "x", "x#a"), account("b", "y", "y#b"));

        contacts.storeAccounts(2, account("a", "y", "y#a"), account("b", "x", "x#b"));

        assertThat(List.of(contacts.name("a"), contacts.name("b"))).isEqualTo(List.of("y#a", "x#b"));
    }

    @BothDatabases
    void endpointsShareNeitherIdsNorNames(Database database) {
        Fixture contacts = new Fixture(database);
        Fixture teammates = new Fixture(database, "teammates");
        contacts.storeAccounts(1, account("1", "x", "x#1"));
        StoredPage page = teammates.storeAccounts(2, account("1", "x", "x#1"));

        assertThat(page.created()).isEqualTo(1);
        assertThat(teammates.name("1")).isEqualTo("x");
        assertThat(contacts.store.<Long>read(handle -> contacts.accounts.countMissing(handle, "contacts", 2)))
                .isEqualTo(1);
        assertThat(contacts.store.<Long>read(handle -> contacts.accounts.countMissing(handle, "teammates", 2)))
                .isZero();
    }

    @BothDatabases
    void aNulInANameOrAValueDoesNotStopThePage(Database database) {
        Fixture contacts = new Fixture(database);

        contacts.storeAccounts(1, account("a", "1\0", List.of("x\0y", "x#a")));

        assertThat(contacts.name("a")).isEqualTo("xy");
        assertThat(contacts.view("a").attributes()).isEqualTo("{\"PHONE\":\"1\\u0000\"}");
    }

    @BothDatabases
    void refusesAPageWhoseLastNameIsNotItsOwn(Database database) {
        Fixture contacts = new Fixture(database);

        assertThatThrownBy(() -> contacts.storeAccounts(1, account("a", "x"), account("b", "x")))
                .hasMessageContaining("every name of b is held");
    }

    @BothDatabases
    void listsWhatARunDidNotSeeAndMarksItGone(Database database) {
        Fixture contacts = new Fixture(database);
        contacts.storeAccounts(1, account("a"), account("b"), account("c"), account("d"));
        contacts.storeAccounts(2, account("b"));

        List<Missing> first = contacts.store.read(handle -> contacts.accounts.missing(handle, "contacts", 2, 0, 2));
        List<Missing> rest = contacts.store.read(handle ->
                contacts.accounts.missing(handle, "contacts", 2, first.get(1).key(), 2));
        assertThat(first).extracting(Missing::id).containsExactly("a", "c");
        assertThat(rest).extracting(Missing::name).containsExactly("nd");

        int gone = contacts.run(handle ->
                contacts.accounts.markGone(handle, "contacts", 2, List.of("a", "c", "unknown"), "404", Fixture.NOW));
        assertThat(gone).isEqualTo(2);
        assertThat(contacts.view("a").active()).isFalse();
        assertThat(contacts.view("a").changedRun()).isEqualTo(2);
        assertThat(contacts.store.<Long>read(handle -> contacts.accounts.countMissing(handle, "contacts", 2)))
                .isEqualTo(1);
    }

    @BothDatabases
    void aGoneAccountThatComesBackIsActiveAndChanged(Database database) {
        Fixture contacts = new Fixture(database);
        contacts.storeAccounts(1, account("a"));
        contacts.run(handle -> contacts.accounts.markGone(handle, "contacts", 2, List.of("a"), "404", Fixture.NOW));

        StoredPage page = contacts.storeAccounts(3, account("a"));

        assertThat(page.changed()).isEqualTo(1);
        assertThat(contacts.view("a").active()).isTrue();
    }

    @BothDatabases
    void pagesThatAreStoredAtTheSameTimeDoNotTakeTheSameName(Database database) throws Exception {
        Fixture contacts = new Fixture(database);
        ExecutorService slices = Executors.newFixedThreadPool(8);
        try {
            List<Future<StoredPage>> pages = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String id = "id" + i;
                pages.add(slices.submit(() -> contacts.storeAccounts(1, account(id, "shared", "shared#" + id))));
            }
            for (Future<StoredPage> page : pages) {
                assertThat(page.get().created()).isEqualTo(1);
            }
        } finally {
            slices.shutdownNow();
        }
        List<String> names = contacts.store.read(handle -> handle.select("select distinct name from accounts")
                .mapTo(String.class)
                .list());
        assertThat(names).hasSize(40).contains("shared");
    }
}
