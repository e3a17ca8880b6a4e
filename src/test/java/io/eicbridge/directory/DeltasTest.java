package io.eicbridge.directory;

import static io.eicbridge.directory.Fixture.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

class DeltasTest {
    private static final int STEPS = 250;

    @BothDatabases
    void givesNothingTwiceWhereNothingChanged(Database database) {
        Fixture contacts = new Fixture(database);
        DeltaReader eic = new DeltaReader(contacts);
        long run = contacts.newRun("complete");
        contacts.storeAccounts(run, account("a"), account("b"), account("c"), account("d"));
        contacts.storeTags(run, "t", "VIP");
        contacts.holds(run, "a", "t");
        contacts.publish(run);

        eic.pull(true);
        assertThat(eic.rows()).isEqualTo(6);
        eic.pull(true);
        assertThat(eic.rows()).isZero();
        long second = contacts.newRun("complete");
        contacts.storeAccounts(second, account("a", "other", List.of()), account("b"));
        contacts.publish(second);
        eic.pull(true);
        assertThat(eic.rows()).isEqualTo(1);
        assertThat(eic.accounts()).hasSize(4).containsKey("a");
    }

    @BothDatabases
    void asksOnceForWhatManyRunsChanged(Database database) {
        Fixture contacts = new Fixture(database);
        long first = contacts.newRun("complete");
        contacts.storeAccounts(first, account("a"), account("b"));
        contacts.storeTags(first, "t", "VIP");
        Pin before = contacts.publish(first);
        for (int nth = 0; nth < 20; nth++) {
            long run = contacts.newRun("complete");
            contacts.holds(run, "a", nth % 2 == 0 ? new String[] {"t"} : new String[0]);
            contacts.publish(run);
        }
        Pin now = contacts.current();
        AtomicInteger asked = new AtomicInteger();
        List<DeltaRow<MembershipDelta>> changed = contacts.store.read(handle -> {
            handle.getConfig(SqlStatements.class).setSqlLogger(counting(asked));
            Window window = new Window(1, Long.MAX_VALUE, before.accounts());
            assertThat(new MembershipChanges().count(handle, now, "Tag", window))
                    .isEqualTo(1);
            asked.set(0);
            return new MembershipChanges().changed(handle, now, "Tag", window, 0, 100);
        });
        assertThat(changed).singleElement().matches(row -> row.row().ended());
        assertThat(asked).as("20 runs").hasValueLessThan(10);
    }

    private static SqlLogger counting(AtomicInteger asked) {
        return new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                asked.incrementAndGet();
            }
        };
    }

    @BothDatabases
    void givesWhatAHeldRunFoundOnceItIsApprovedAfterNewerOnesWereRead(Database database) {
        Fixture contacts = new Fixture(database);
        DeltaReader eic = new DeltaReader(contacts);
        long first = contacts.newRun("complete");
        contacts.storeAccounts(first, account("a"));
        contacts.storeTags(first, "t", "VIP");
        contacts.publish(first);
        long held = contacts.newRun("held");
        contacts.storeAccounts(held, account("b"));
        contacts.holds(held, "a", "t");
        contacts.holds(held, "b", "t");
        long newer = contacts.newRun("complete");
        contacts.storeAccounts(newer, account("a", "other", List.of()));
        contacts.publish(newer);
        eic.pull(true);
        assertThat(eic.pairs()).isEmpty();
        assertThat(eic.accounts()).containsOnlyKeys("a");

        contacts.publish(held);
        eic.pull(true);

        assertThat(eic.pairs()).containsExactly("a:t", "b:t");
        assertThat(eic.accounts()).containsOnlyKeys("a", "b");
    }

    @BothDatabases
    void givesChangesOfKnownAccountsInTheMiddleOfARun(Database database) {
        Fixture contacts = new Fixture(database);
        DeltaReader eic = new DeltaReader(contacts);
        long first = contacts.newRun("complete");
        contacts.storeAccounts(first, account("a"), account("b"));
        contacts.publish(first);
        eic.pull(true);
        long open = contacts.newRun("running");
        contacts.storeAccounts(open, account("a", "new", List.of()));
        eic.pull(true);
        contacts.storeAccounts(open, account("b", "new", List.of()));
        eic.pull(true);

        assertThat(eic.accounts()).isEqualTo(accounts(contacts));
    }

    @BothDatabases
    void tellsMembershipsOfATagThatIsGoneAsEndedAndGivesThemAgainWithTheTag(Database database) {
        Fixture contacts = new Fixture(database);
        DeltaReader eic = new DeltaReader(contacts);
        long first = contacts.newRun("complete");
        contacts.storeAccounts(first, account("a"), account("b"));
        contacts.storeTags(first, "t", "VIP");
        contacts.holds(first, "a", "t");
        contacts.publish(first);
        eic.pull(true);
        long second = contacts.newRun("complete");
        contacts.run(handle -> contacts.entitlements.markGone(
                handle, "contacts", "Tag", second, List.of("t"), "deleted", Fixture.NOW));
        contacts.publish(second);
        eic.pull(true);
        assertThat(eic.pairs()).isEmpty();
        assertThat(eic.tags()).containsEntry("t", "VIP false");
        long third = contacts.newRun("complete");
        contacts.storeTags(third, "t", "VIP");
        contacts.publish(third);
        eic.pull(true);

        assertThat(eic.pairs()).containsExactly("a:t");
        assertThat(eic.tags()).containsEntry("t", "VIP true");
    }

    @BothDatabases
    void keepsWhatChangesWhileAConsumerReadsEverythingForTheFirstTime(Database database) {
        Fixture contacts = new Fixture(database);
        DeltaReader eic = new DeltaReader(contacts);
        holdsOneTag(contacts);
        Runnable lastLink = eic.begun();
        long second = contacts.newRun("complete");
        contacts.holds(second, "a");
        contacts.publish(second);
        purge(contacts);
        lastLink.run();
        eic.pull(true);

        assertThat(eic.rows()).isEqualTo(1);
        assertThat(eic.pairs()).isEmpty();
    }

    @BothDatabases
    void aConsumerThatReadNothingForLongHoldsNothingBackAndBeginsAnew(Database database) {
        Fixture contacts = new Fixture(database);
        DeltaReader eic = new DeltaReader(contacts);
        holdsOneTag(contacts);
        eic.pull(true);
        long second = contacts.newRun("complete");
        contacts.holds(second, "a");
        contacts.publish(second);
        Runnable lastLink = eic.begun();
        assertThat(purge(contacts)).as("it has not read this yet").isZero();
        Instant later = Fixture.NOW.plusSeconds(1);
        assertThat(contacts.<List<Consumers.Reading>>run(
                        handle -> new Consumers().expire(handle, "contacts", later, later)))
                .hasSize(3);
        assertThat(contacts.<List<ConsumerPosition>>run(handle -> new Consumers().list(handle)))
                .allMatch(position -> position.state().equals("expired"));
        assertThat(purge(contacts)).isEqualTo(1);
        lastLink.run();

        eic.pull(true);

        assertThat(eic.rows()).as("an account and a tag").isEqualTo(2);
        eic.pull(true);
        assertThat(eic.rows()).isZero();
    }

    private static void holdsOneTag(Fixture contacts) {
        long run = contacts.newRun("complete");
        contacts.storeAccounts(run, account("a"));
        contacts.storeTags(run, "t", "VIP");
        contacts.holds(run, "a", "t");
        contacts.publish(run);
    }

    private static int purge(Fixture contacts) {
        return contacts.run(handle -> new Consumers().purgeRead(handle, "contacts"));
    }

    /** Runs write, wait, are published late or never; pulls break off; in the end the deltas add up to the whole lists. */
    @BothDatabases
    void addUpToTheWholeListsWhateverHappens(Database database) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Fixture contacts = new Fixture(database);
        DeltaReader eic = new DeltaReader(contacts);
        List<Long> open = new ArrayList<>(List.of(contacts.newRun("running")));
        contacts.storeAccounts(open.get(0), account("a0"));
        contacts.publish(open.get(0));
        open.set(0, contacts.newRun("running"));
        for (int step = 0; step < STEPS; step++) {
            long run = open.get(random.nextInt(open.size()));
            step(contacts, eic, open, run, random);
        }
        eic.pull(true);

        assertThat(eic.accounts()).as("seed " + seed).isEqualTo(accounts(contacts));
        assertThat(eic.tags()).as("seed " + seed).isEqualTo(tags(contacts));
        assertThat(eic.pairs()).as("seed " + seed).isEqualTo(new TreeSet<>(contacts.pairs(contacts.current())));
        eic.pull(true);
        assertThat(eic.rows()).as("seed " + seed).isZero();
    }

    private static void step(Fixture contacts, DeltaReader eic, List<Long> open, long run, Random random) {
        String account = "a" + random.nextInt(12);
        String tag = "t" + random.nextInt(5);
        switch (random.nextInt(13)) {
            case 0, 1, 2 -> contacts.storeAccounts(run, account(account, "p" + random.nextInt(3), List.of()));
            case 3, 4, 5 -> {
                contacts.storeAccounts(run, account(account, "p" + random.nextInt(3), List.of()));
                contacts.holds(run, account, tags(random));
            }
            case 6 -> contacts.storeTags(run, tag, "Tag " + tag + " " + random.nextInt(2));
            case 7 ->
                contacts.run(handle -> contacts.entitlements.markGone(
                        handle, "contacts", "Tag", run, List.of(tag), "deleted", Fixture.NOW));
            case 8 ->
                contacts.run(handle ->
                        contacts.accounts.markGone(handle, "contacts", run, List.of(account), "deleted", Fixture.NOW));
            case 9 -> publish(contacts, open, run);
            case 10 -> open.add(contacts.newRun("running"));
            case 11 -> purge(contacts);
            default -> eic.pull(random.nextBoolean());
        }
    }

    private static String[] tags(Random random) {
        return IntStream.range(0, 5)
                .filter(tag -> random.nextInt(3) == 0)
                .mapToObj(tag -> "t" + tag)
                .toArray(String[]::new);
    }

    private static void publish(Fixture contacts, List<Long> open, long run) {
        open.remove(run);
        contacts.publish(run);
        if (open.isEmpty()) {
            open.add(contacts.newRun("running"));
        }
    }

    private static Map<String, String> accounts(Fixture contacts) {
        Map<String, String> accounts = new TreeMap<>();
        Pin pin = contacts.current();
        contacts.store
                .read(handle -> contacts.accountPages.read(handle, pin, 0, 1_000))
                .forEach(view -> accounts.put(view.id(), DeltaReader.told(view)));
        return accounts;
    }

    private static Map<String, String> tags(Fixture contacts) {
        Map<String, String> tags = new TreeMap<>();
        Pin pin = contacts.current();
        contacts.store
                .read(handle -> contacts.entitlementPages.readAfter(handle, pin, "Tag", 0, 1_000))
                .forEach(view -> tags.put(view.id(), DeltaReader.told(view)));
        return tags;
    }
}
