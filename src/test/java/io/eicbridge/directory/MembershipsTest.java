package io.eicbridge.directory;

import static io.eicbridge.directory.Fixture.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

class MembershipsTest {
    @BothDatabases
    void replacesAListThatWasReadWhole(Database database) {
        Fixture contacts = published(database);
        long run = contacts.newRun("running");

        MembershipChange change = contacts.holds(run, "a", "t2", "t3");

        assertThat(change).isEqualTo(new MembershipChange(1, 1, 1, 2, 0, 0));
        assertThat(contacts.pairs(contacts.current())).containsExactly("a:t1", "a:t2", "b:t1");
        assertThat(contacts.pairs(contacts.publish(run))).containsExactly("a:t2", "a:t3", "b:t1");
    }

    @BothDatabases
    void theSameListAgainInOneRunChangesNothing(Database database) {
        Fixture contacts = published(database);
        long run = contacts.newRun("running");
        contacts.holds(run, "a", "t2", "t3");

        assertThat(contacts.holds(run, "a", "t2", "t3")).isEqualTo(new MembershipChange(0, 0, 2, 1, 0, 0));
        assertThat(contacts.holds(run, "a", "t1", "t2").ended()).isZero();
        assertThat(contacts.pairs(contacts.publish(run))).containsExactly("a:t1", "a:t2", "b:t1");
    }

    @BothDatabases
    void takesOverWhatADeadRunBeganAndDropsTheRest(Database database) {
        Fixture contacts = published(database);
        long dead = contacts.newRun("failed");
        contacts.holds(dead, "b", "t2", "t3");
        long run = contacts.newRun("running");

        assertThat(contacts.holds(run, "b", "t1", "t2")).isEqualTo(new MembershipChange(1, 0, 1, 2, 0, 0));
        assertThat(contacts.pairs(contacts.publish(run))).containsExactly("a:t1", "a:t2", "b:t1", "b:t2");
    }

    @BothDatabases
    void endsAgainWhatADeadRunHadEnded(Database database) {
        Fixture contacts = published(database);
        contacts.holds(contacts.newRun("failed"), "a", "t1");
        long run = contacts.newRun("running");

        assertThat(contacts.holds(run, "a", "t1")).isEqualTo(new MembershipChange(0, 1, 1, 1, 0, 0));
        assertThat(contacts.pairs(contacts.publish(run))).containsExactly("a:t1", "b:t1");
    }

    @BothDatabases
    void anEndedMembershipCanBeginAnew(Database database) {
        Fixture contacts = published(database);
        long second = contacts.newRun("running");
        contacts.holds(second, "a");
        contacts.publish(second);
        long third = contacts.newRun("running");

        assertThat(contacts.holds(third, "a", "t1").added()).isEqualTo(1);
        assertThat(contacts.pairs(contacts.current())).containsExactly("b:t1");
        assertThat(contacts.pairs(contacts.publish(third))).containsExactly("a:t1", "b:t1");
    }

    @BothDatabases
    void membersReadToTheEndEndTheOthers(Database database) {
        Fixture contacts = published(database);
        long run = contacts.newRun("running");

        assertThat(contacts.members(run, "t1", "b", "c")).isEqualTo(new MembershipChange(1, 0, 1, 2, 2, 0));
        assertThat(contacts.members(run, "t1", "c")).isEqualTo(new MembershipChange(0, 0, 1, 0, 0, 0));
        assertThat(contacts.endUnseen(run, "t1")).isEqualTo(new MembershipChange(0, 1, 0, 0, 0, 0));
        assertThat(contacts.pairs(contacts.publish(run))).containsExactly("a:t2", "b:t1", "c:t1");
    }

    @BothDatabases
    void whatAnAccountToldBeforeCountsAmongTheMembersOnce(Database database) {
        Fixture contacts = published(database);
        long run = contacts.newRun("running");
        contacts.holds(run, "c", "t1");

        assertThat(contacts.members(run, "t1", "b", "c")).isEqualTo(new MembershipChange(0, 0, 2, 1, 2, 0));
        assertThat(contacts.members(run, "t1", "c")).isEqualTo(new MembershipChange(0, 0, 1, 0, 0, 0));
        assertThat(contacts.endUnseen(run, "t1").ended()).isEqualTo(1);
        assertThat(contacts.pairs(contacts.publish(run))).containsExactly("a:t2", "b:t1", "c:t1");
    }

    @BothDatabases
    void whatAnAccountToldDoesNotEndWhereTheMembersLackIt(Database database) {
        Fixture contacts = published(database);
        long run = contacts.newRun("running");
        contacts.holds(run, "c", "t1");
        contacts.tells(run, "a", "t1");
        contacts.members(run, "t1");

        assertThat(contacts.endUnseen(run, "t1").ended()).isEqualTo(1);
        assertThat(contacts.pairs(contacts.publish(run))).containsExactly("a:t1", "a:t2", "c:t1");
    }

    @BothDatabases
    void accountsFarApartAndCreatedJustNowAreReplacedInOnePage(Database database) {
        Fixture contacts = new Fixture(database);
        long run = contacts.newRun("running");
        AccountRecord[] page = new AccountRecord[200];
        for (int i = 0; i < page.length; i++) {
            page[i] = account("p" + i);
        }
        StoredPage stored = contacts.storeAccounts(run, page);
        Map<Long, Set<Long>> whole = new HashMap<>();
        MembershipChange change = contacts.run(handle -> {
            long tag = contacts.entitlements
                    .refer(handle, "contacts", "Tag", run, Fixture.NOW, Set.of("t1"))
                    .get("t1");
            stored.accounts().values().forEach(account -> whole.put(account, new HashSet<>(Set.of(tag))));
            return contacts.memberships.replaceFor(
                    handle, new Writing("contacts", run, Set.of()), "Tag", whole, stored.fresh());
        });
        whole.keySet()
                .retainAll(Set.of(
                        stored.accounts().get("p0"),
                        stored.accounts().get("p1"),
                        stored.accounts().get("p199")));
        whole.get(stored.accounts().get("p1")).clear();
        MembershipChange again = contacts.run(handle -> contacts.memberships.replaceFor(
                handle, new Writing("contacts", run, Set.of()), "Tag", whole, Set.of()));

        assertThat(change).isEqualTo(new MembershipChange(200, 0, 0, 200, 0, 0));
        assertThat(again).isEqualTo(new MembershipChange(0, 0, 2, 0, 0, 0));
        contacts.storeTags(run, "t1", "One");
        assertThat(contacts.pairs(contacts.publish(run))).hasSize(199);
    }

    /** a holds t1 and t2, b holds t1, c nothing; all published. */
    private static Fixture published(Database database) {
        Fixture contacts = new Fixture(database);
        long run = contacts.newRun("complete");
        contacts.storeAccounts(run, account("a"), account("b"), account("c"));
        contacts.storeTags(run, "t1", "One", "t2", "Two", "t3", "Three");
        contacts.holds(run, "a", "t1", "t2");
        contacts.holds(run, "b", "t1");
        contacts.publish(run);
        return contacts;
    }
}
