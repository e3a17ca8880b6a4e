package io.eicbridge.directory;

import static io.eicbridge.directory.Fixture.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

class PublicationsTest {
    @BothDatabases
    void showsNothingBeforeTheFirstCompleteRun(Database database) {
        Fixture contacts = new Fixture(database);
        contacts.storeAccounts(contacts.newRun("running"), account("a"));

        assertThat(contacts.store.<Boolean>read(handle ->
                        contacts.publications.current(handle, "contacts").isEmpty()))
                .isTrue();
    }

    @BothDatabases
    void numbersPublishedAccountsDenselyAndKeepsTheNumbers(Database database) {
        Fixture contacts = new Fixture(database);
        long first = contacts.newRun("complete");
        contacts.storeAccounts(first, account("a"), account("b"), account("c"));
        Pin early = contacts.publish(first);
        long second = contacts.newRun("complete");
        contacts.storeAccounts(second, account("d"), account("b"));
        Pin late = contacts.publish(second);

        assertThat(contacts.ids(early)).containsExactly("a", "b", "c");
        assertThat(contacts.ids(late)).containsExactly("a", "b", "c", "d");
        assertThat(late.accounts()).isEqualTo(4);
        assertThat(numbers(contacts, late)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(late.publication()).isEqualTo(2);
    }

    @BothDatabases
    void countsAsNewWhatAKilledPublicationHasNumbered(Database database) {
        Fixture contacts = new Fixture(database);
        long run = contacts.newRun("running");
        contacts.storeAccounts(run, account("a"), account("b"), account("c"));
        contacts.store.inTransaction(handle -> contacts.publications.number(handle, "contacts", run, 2));

        assertThat(contacts.store.<Long>read(handle -> contacts.publications.countNew(handle, "contacts", run)))
                .isEqualTo(3);
        assertThat(contacts.ids(contacts.publish(run))).containsExactly("a", "b", "c");
    }

    @BothDatabases
    void hidesNewAccountsOfARunThatIsNotPublished(Database database) {
        Fixture contacts = new Fixture(database);
        long first = contacts.newRun("complete");
        contacts.storeAccounts(first, account("a"));
        contacts.publish(first);
        long held = contacts.newRun("held");
        contacts.storeAccounts(held, account("a", "changed", List.of()), account("h1"), account("h2"));
        assertThat(contacts.store.<Long>read(handle -> contacts.publications.countNew(handle, "contacts", held)))
                .isEqualTo(2);
        long incremental = contacts.newRun("complete");
        contacts.storeAccounts(incremental, account("i"));
        Pin pin = contacts.publish(incremental);

        assertThat(contacts.ids(pin)).containsExactly("a", "i");
        assertThat(contacts.store
                        .<List<AccountView>>read(handle -> contacts.accountPages.read(handle, pin, 0, 1))
                        .get(0)
                        .attributes())
                .contains("changed");

        Pin approved = contacts.publish(held);
        assertThat(contacts.ids(approved)).containsExactly("a", "i", "h1", "h2");
        assertThat(numbers(contacts, approved)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(contacts.ids(pin)).containsExactly("a", "i");
    }

    @BothDatabases
    void aPinKeepsItsStateWhileNewerRunsArePublished(Database database) {
        Fixture contacts = new Fixture(database);
        long first = contacts.newRun("complete");
        contacts.storeAccounts(first, account("a"), account("b"));
        contacts.storeTags(first, "t1", "VIP", "t2", "New");
        contacts.holds(first, "a", "t1");
        contacts.holds(first, "b", "t1");
        contacts.publish(first);
        long second = contacts.newRun("complete");
        contacts.storeTags(second, "t3", "Late");
        contacts.holds(second, "a", "t2", "t3");
        contacts.publish(second);

        Pin old = contacts.store
                .read(handle -> contacts.publications.at(handle, "contacts", first))
                .orElseThrow();
        assertThat(contacts.pairs(old)).containsExactly("a:t1", "b:t1");
        assertThat(contacts.pairs(contacts.current())).containsExactly("a:t2", "a:t3", "b:t1");
        assertThat(contacts.store.<Long>read(handle -> contacts.entitlementPages.count(handle, old, "Tag")))
                .isEqualTo(2);
        assertThat(contacts.store.<Long>read(
                        handle -> contacts.entitlementPages.count(handle, contacts.current(), "Tag")))
                .isEqualTo(3);
    }

    @BothDatabases
    void aKilledNumberingGoesOnWithoutGaps(Database database) {
        Fixture contacts = new Fixture(database);
        long run = contacts.newRun("complete");
        contacts.storeAccounts(run, account("a"), account("b"), account("c"), account("d"), account("e"));
        contacts.run(handle -> contacts.publications.number(handle, "contacts", run, 3));
        database.reopen();
        Fixture resumed = new Fixture(database);
        Pin pin = resumed.publish(run);

        assertThat(resumed.ids(pin)).containsExactly("a", "b", "c", "d", "e");
        assertThat(numbers(resumed, pin)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @BothDatabases
    void whatAKilledPublicationNumberedIsNotShownByThePublicationOfAnotherRun(Database database) {
        Fixture contacts = new Fixture(database);
        long first = contacts.newRun("complete");
        contacts.storeAccounts(first, account("a"), account("b"), account("c"));
        contacts.publish(first);
        long killed = contacts.newRun("running");
        contacts.storeAccounts(killed, account("d"), account("e"), account("f"));
        contacts.run(handle -> contacts.publications.number(handle, "contacts", killed, 2));
        long other = contacts.newRun("complete");
        contacts.storeAccounts(other, account("g"));

        assertThat(contacts.ids(contacts.publish(other))).containsExactly("a", "b", "c", "g");
        Pin late = contacts.publish(killed);
        assertThat(contacts.ids(late)).containsExactly("a", "b", "c", "g", "d", "e", "f");
        assertThat(numbers(contacts, late)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @BothDatabases
    void sweepsWhatDeadRunsLeftAndNothingElse(Database database) {
        Fixture contacts = new Fixture(database);
        Sweep sweep = new Sweep();
        long first = contacts.newRun("complete");
        contacts.storeAccounts(first, account("a"), account("b"));
        contacts.holds(first, "a", "t1");
        contacts.storeTags(first, "t1", "One", "t2", "Two");
        contacts.publish(first);
        long dead = contacts.newRun("failed");
        contacts.holds(dead, "a", "t2");
        long held = contacts.newRun("held");
        contacts.holds(held, "b", "t2");
        long third = contacts.newRun("complete");
        contacts.publish(third);

        Set<Long> found = contacts.store.read(handle -> sweep.dead(handle, "contacts", third));
        assertThat(found).containsExactly(dead);
        assertThat(contacts.<Integer>run(handle -> sweep.sweep(handle, "contacts", 3L, found)))
                .isEqualTo(2);

        assertThat(contacts.current().hidden()).containsExactly(held);
        assertThat(contacts.pairs(contacts.current())).containsExactly("a:t1");
        assertThat(contacts.pairs(contacts.publish(held))).containsExactly("a:t1", "b:t2");
    }

    private static List<Long> numbers(Fixture contacts, Pin pin) {
        List<Long> numbers = new ArrayList<>();
        long after = 0;
        List<AccountView> page;
        do {
            long from = after;
            page = contacts.store.read(handle -> contacts.accountPages.read(handle, pin, from, 2));
            page.forEach(view -> numbers.add(view.number()));
            after += page.size();
        } while (!page.isEmpty());
        return numbers;
    }
}
