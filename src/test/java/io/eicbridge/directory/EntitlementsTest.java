package io.eicbridge.directory;

import static io.eicbridge.directory.Fixture.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.util.List;
import java.util.TreeMap;

class EntitlementsTest {
    @BothDatabases
    void addsTheIdWhereANameIsShared(Database database) {
        Fixture contacts = published(database, "t1", "VIP", "t2", "VIP", "t3", "Other");

        assertThat(values(contacts)).containsExactly("VIP", "VIP (t2)", "Other");
    }

    @BothDatabases
    void keepsTheValueWhileTheNameStays(Database database) {
        Fixture contacts = published(database, "t1", "VIP", "t2", "VIP");
        long run = contacts.newRun("running");
        contacts.storeTags(run, "t1", "Gold");

        StoredEntitlements page = contacts.storeTags(run, "t2", "VIP");

        assertThat(page.unchanged()).isEqualTo(1);
        assertThat(values(contacts)).containsExactly("Gold", "VIP (t2)");
    }

    @BothDatabases
    void cutsANameSoThatTheValueFits(Database database) {
        String name = "x".repeat(300);
        Fixture contacts = published(database, "t1", name, "t2", name);

        assertThat(values(contacts)).containsExactly("x".repeat(255), "x".repeat(250) + " (t2)");
    }

    @BothDatabases
    void aPlaceholderIsInvisibleUntilItIsStored(Database database) {
        Fixture contacts = published(database, "t1", "VIP");
        long run = contacts.newRun("running");
        contacts.holds(run, "a", "t1", "t9");
        Pin pin = contacts.publish(run);

        assertThat(values(contacts)).containsExactly("VIP");
        assertThat(contacts.pairs(pin)).containsExactly("a:t1");
        List<Missing> placeholders =
                contacts.store.read(handle -> contacts.entitlements.placeholders(handle, "contacts", "Tag", 0, 10));
        assertThat(placeholders).extracting(Missing::id).containsExactly("t9");

        long next = contacts.newRun("running");
        assertThat(contacts.storeTags(next, "t9", "Nine").created()).isEqualTo(1);
        Pin filled = contacts.publish(next);
        assertThat(values(contacts)).containsExactly("VIP", "Nine");
        assertThat(contacts.pairs(filled)).containsExactly("a:t1", "a:t9");
    }

    @BothDatabases
    void listsWhatARunDidNotSeeAndMarksItGone(Database database) {
        Fixture contacts = published(database, "t1", "One", "t2", "Two", "t3", "Three");
        long run = contacts.newRun("running");
        contacts.storeTags(run, "t2", "Two");

        List<Missing> missing =
                contacts.store.read(handle -> contacts.entitlements.missing(handle, "contacts", "Tag", run, 0, 10));
        assertThat(missing).extracting(Missing::id).containsExactly("t1", "t3");
        assertThat(contacts.<Integer>run(handle -> contacts.entitlements.markGone(
                        handle, "contacts", "Tag", run, List.of("t1"), "404", Fixture.NOW)))
                .isEqualTo(1);
        assertThat(contacts.store.<Long>read(
                        handle -> contacts.entitlements.countMissing(handle, "contacts", "Tag", run)))
                .isEqualTo(1);
        List<EntitlementView> views = contacts.store.read(
                handle -> contacts.entitlementPages.readFrom(handle, contacts.current(), "Tag", 0, 10));
        assertThat(views).extracting(EntitlementView::active).containsExactly(false, true, true);
        assertThat(contacts.storeTags(run, "t1", "One").changed()).isEqualTo(1);
    }

    @BothDatabases
    void typesShareNeitherIdsNorValues(Database database) {
        Fixture contacts = published(database, "t1", "One");
        StoredEntitlements companies = contacts.run(handle -> contacts.entitlements.storePage(
                handle,
                "contacts",
                "Company",
                1,
                Fixture.NOW,
                List.of(new EntitlementRecord("t1", "One", new TreeMap<>()))));

        assertThat(companies.created()).isEqualTo(1);
        assertThat(values(contacts)).containsExactly("One");
    }

    private static Fixture published(Database database, String... idsAndNames) {
        Fixture contacts = new Fixture(database);
        long run = contacts.newRun("complete");
        contacts.storeAccounts(run, account("a"));
        contacts.storeTags(run, idsAndNames);
        contacts.publish(run);
        return contacts;
    }

    private static List<String> values(Fixture contacts) {
        return contacts
                .store
                .read(handle -> contacts.entitlementPages.readFrom(handle, contacts.current(), "Tag", 0, 10))
                .stream()
                .map(EntitlementView::value)
                .toList();
    }
}
