package io.eicbridge.directory;

import static io.eicbridge.directory.Fixture.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.journal.Runs;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class OldRunsTest {
    private static final Instant NOW = Instant.now();

    private final OldRuns old = new OldRuns();
    private final Runs runs = new Runs(Clock.systemUTC());

    @BothDatabases
    void deletesWhatNothingRefersToAndChangesNothingThatIsShown(Database database) {
        Fixture contacts = new Fixture(database);
        long named = published(contacts, "a");
        long tagged = contacts.newRun("complete");
        contacts.storeTags(tagged, "t", "VIP");
        contacts.holds(tagged, "a", "t");
        contacts.publish(tagged);
        long empty = published(contacts);
        long dead = contacts.newRun("failed");
        contacts.holds(dead, "a");
        long dry = contacts.newRun("failed");
        contacts.run(handle -> handle.execute("update runs set dry = true where run = ?", dry));
        long last = published(contacts);
        age(contacts);
        assertThat(contacts.pairs(contacts.current())).containsExactly("a:t");
        List<String> shown = contacts.ids(contacts.current());

        assertThat(delete(contacts)).contains(empty, dry).doesNotContain(named, tagged, dead, last);

        assertThat(contacts.ids(contacts.current())).isEqualTo(shown);
        assertThat(contacts.pairs(contacts.current()))
                .as("what the dead run ended is hidden still")
                .containsExactly("a:t");
        assertThat(at(contacts, named)).as("a state before one that is deleted").isFalse();
        assertThat(at(contacts, last)).isTrue();
        assertThat(delete(contacts)).isEmpty();
    }

    @BothDatabases
    void keepsWhatIsYoungOpenOrTheLastOfItsKindOrHasHints(Database database) {
        Fixture contacts = new Fixture(database);
        published(contacts, "a");
        long targeted = mode(contacts, published(contacts), "targeted");
        long hinted = mode(contacts, published(contacts), "targeted");
        contacts.run(handle -> handle.execute("insert into hints (endpoint, object, object_id, noted_at, run)"
                + " values ('contacts', 'account', 'a', current_timestamp, " + hinted + ")"));
        long lastTargeted = mode(contacts, published(contacts), "targeted");
        long young = published(contacts);
        published(contacts);
        age(contacts);
        contacts.run(handle -> handle.createUpdate("update runs set ended_at = :time where run = :run")
                .bind("time", NOW.minus(Duration.ofDays(5)))
                .bind("run", young)
                .execute());

        assertThat(delete(contacts)).contains(targeted).doesNotContain(hinted, lastTargeted, young);

        contacts.newRun("held");
        long afterHeld = published(contacts);
        published(contacts);
        age(contacts);
        assertThat(delete(contacts)).contains(young).doesNotContain(afterHeld);
    }

    @BothDatabases
    void keepsWhatAConsumerStillHasToBeTold(Database database) {
        Fixture contacts = new Fixture(database);
        DeltaReader eic = new DeltaReader(contacts);
        contacts.storeTags(published(contacts, "a"), "t", "VIP");
        contacts.publish(contacts.newRun("complete"));
        eic.pull(true);
        long begins = contacts.newRun("complete");
        contacts.holds(begins, "a", "t");
        contacts.publish(begins);
        long ends = contacts.newRun("complete");
        contacts.holds(ends, "a");
        contacts.publish(ends);
        long steady = published(contacts);
        published(contacts);
        age(contacts);

        assertThat(delete(contacts)).doesNotContain(begins, ends, steady);
        eic.pull(true);
        assertThat(eic.rows()).as("one membership that came and went").isEqualTo(1);
        assertThat(delete(contacts)).contains(steady);
        eic.pull(true);
        assertThat(eic.rows()).isZero();
    }

    private static long published(Fixture contacts, String... accounts) {
        long run = contacts.newRun("complete");
        for (String account : accounts) {
            contacts.storeAccounts(run, account(account));
        }
        contacts.publish(run);
        return run;
    }

    private static long mode(Fixture contacts, long run, String mode) {
        contacts.run(handle -> handle.execute("update runs set mode = ? where run = ?", mode, run));
        return run;
    }

    /** All that ended so far did so ten days ago. */
    private static void age(Fixture contacts) {
        contacts.run(handle -> handle.createUpdate(
                        "update runs set started_at = :time, ended_at ="
                                + " case when state in ('running', 'held') then null else cast(:time as timestamp with time zone) end")
                .bind("time", NOW.minus(Duration.ofDays(10)))
                .execute());
    }

    private static boolean at(Fixture contacts, long run) {
        return contacts.run(
                handle -> contacts.publications.at(handle, "contacts", run).isPresent());
    }

    private List<Long> delete(Fixture contacts) {
        Instant before = NOW.minus(Duration.ofDays(7));
        List<Long> found = contacts.run(handle -> old.find(handle, "contacts", new OldRuns.Before(before, before)));
        return contacts.run(handle -> {
            old.forget(handle, "contacts", found);
            runs.delete(handle, found);
            return found;
        });
    }
}
