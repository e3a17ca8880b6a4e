package io.eicbridge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

class RunsTest {
    /** An hour that a clock in central Europe shows twice. */
    private static final Instant NOW = Instant.parse("2026-10-25T00:30:00Z");

    private final Runs runs = new Runs(Clock.fixed(NOW, ZoneOffset.UTC));
    private final Slices slices = new Slices();

    @BothDatabases
    void keepsWhatARunIsAbout(Database database) {
        Run run = start(database.store(), Mode.FULL, false);

        assertThat(run)
                .isEqualTo(new Run(
                        run.run(),
                        "contacts",
                        Mode.FULL,
                        RunState.RUNNING,
                        false,
                        NOW,
                        NOW.minusSeconds(3600),
                        null,
                        null,
                        "Europe/Berlin",
                        "DAYS",
                        null,
                        "a-mapping",
                        null,
                        null,
                        0,
                        null,
                        null));
    }

    @BothDatabases
    void findsTheRunThatNeverEndedAfterARestart(Database database) {
        Run run = start(database.store(), Mode.FULL, false);
        start(database.store(), Mode.FULL, true);
        Store store = database.reopen();

        assertThat(store.<Object>read(handle -> runs.open(handle, "contacts", Mode.FULL)))
                .isEqualTo(java.util.Optional.of(run));
        assertThat(store.<Boolean>read(handle ->
                        runs.open(handle, "contacts", Mode.INCREMENTAL).isEmpty()))
                .isTrue();
        assertThat(store.<Boolean>read(
                        handle -> runs.open(handle, "teammates", Mode.FULL).isEmpty()))
                .isTrue();
    }

    @BothDatabases
    void anEndedRunIsNotResumed(Database database) {
        Store store = database.store();
        Run run = start(store, Mode.FULL, false);
        store.inTransaction(handle -> {
            runs.counted(handle, run.run(), 10L, null);
            runs.counted(handle, run.run(), null, 11L);
            runs.addRequests(handle, run.run(), 3);
            runs.addRequests(handle, run.run(), 4);
            runs.finish(handle, run.run(), RunState.INCOMPLETE, "x".repeat(5000), "{}");
            return null;
        });

        Run ended = store.read(handle -> runs.find(handle, run.run()).orElseThrow());
        assertThat(ended.state()).isEqualTo(RunState.INCOMPLETE);
        assertThat(ended.endedAt()).isEqualTo(NOW);
        assertThat(List.of(ended.expected(), ended.countedAfter(), ended.requests()))
                .isEqualTo(List.of(10L, 11L, 7L));
        assertThat(ended.reason()).hasSize(4000);
        assertThat(store.<Boolean>read(
                        handle -> runs.open(handle, "contacts", Mode.FULL).isEmpty()))
                .isTrue();
    }

    @BothDatabases
    void listsTheNewestRunFirst(Database database) {
        Store store = database.store();
        Run first = start(store, Mode.FULL, false);
        Run second = start(store, Mode.INCREMENTAL, false);

        List<Run> contacts = store.read(handle -> runs.list(handle, "contacts", 10));
        List<Run> newest = store.read(handle -> runs.list(handle, null, 1));
        List<Run> teammates = store.read(handle -> runs.list(handle, "teammates", 10));

        assertThat(contacts).containsExactly(second, first);
        assertThat(newest).containsExactly(second);
        assertThat(teammates).isEmpty();
    }

    @BothDatabases
    void aSliceGoesOnWhereItsLastCheckpointIs(Database database) {
        Store store = database.store();
        Run run = start(store, Mode.FULL, false);
        NewSlice older = new NewSlice("accounts", "contacts-search", null, null, NOW, 300L);
        NewSlice newer = new NewSlice("accounts", "contacts-search", null, NOW, null, 100L);
        store.inTransaction(handle -> {
            slices.plan(handle, run.run(), List.of(older, newer));
            slices.plan(handle, run.run(), List.of());
            return null;
        });
        List<Slice> planned = store.read(handle -> slices.open(handle, run.run(), "accounts"));
        store.inTransaction(handle -> {
            long first = planned.get(0).slice();
            slices.checkpoint(handle, first, new Progress("page2", 150, 301L, Map.of("accounts.created", 100L), false));
            slices.checkpoint(handle, first, new Progress("page3", 300, null, Map.of("accounts.created", 3L), false));
            slices.checkpoint(
                    handle,
                    planned.get(1).slice(),
                    new Progress(null, 100, 100L, Map.of("accounts.created", 7L, "accounts.changed", 1L), true));
            return null;
        });

        List<Slice> open = database.reopen().read(handle -> slices.open(handle, run.run(), "accounts"));
        assertThat(open)
                .containsExactly(new Slice(
                        planned.get(0).slice(),
                        run.run(),
                        "accounts",
                        "contacts-search",
                        null,
                        null,
                        NOW,
                        300L,
                        "page3",
                        2,
                        300,
                        301L,
                        Map.of("accounts.created", 103L),
                        false));
        Map<String, Long> tally = database.store().read(handle -> slices.tally(handle, run.run()));
        assertThat(tally).containsOnly(Map.entry("accounts.created", 110L), Map.entry("accounts.changed", 1L));
        long read = database.store().read(handle -> slices.read(handle, run.run()));
        assertThat(read).isEqualTo(400);
    }

    @BothDatabases
    void aForgottenPhaseCanBePlannedAnew(Database database) {
        Store store = database.store();
        Run run = start(store, Mode.FULL, false);
        List<NewSlice> questions = List.of(new NewSlice("absences", "confirm-account", "a", null, null, null));
        List<NewSlice> accounts = List.of(new NewSlice("accounts", "admins", null, null, null, null));
        store.inTransaction(handle -> {
            slices.plan(handle, run.run(), accounts);
            slices.plan(handle, run.run(), questions);
            slices.forget(handle, run.run(), "absences");
            return null;
        });

        boolean asked = store.read(handle -> slices.planned(handle, run.run(), "absences"));
        boolean read = store.read(handle -> slices.planned(handle, run.run(), "accounts"));
        assertThat(asked).isFalse();
        assertThat(read).isTrue();
    }

    @BothDatabases
    void deletesThePlansOfRunsThatEndedLongAgo(Database database) {
        Store store = database.store();
        Run open = start(store, Mode.FULL, false);
        Run held = start(store, Mode.FULL, false);
        Run ended = start(store, Mode.INCREMENTAL, false);
        List<NewSlice> plan = List.of(new NewSlice("accounts", "admins", null, null, null, null));
        store.inTransaction(handle -> {
            List.of(open, held, ended).forEach(run -> slices.plan(handle, run.run(), plan));
            runs.finish(handle, held.run(), RunState.HELD, "too many", "{}");
            runs.finish(handle, ended.run(), RunState.COMPLETE, "", "{}");
            return null;
        });

        assertThat(store.<Integer>inTransaction(handle -> slices.purge(handle, NOW, 10)))
                .isZero();
        assertThat(store.<Integer>inTransaction(handle -> slices.purge(handle, NOW.plusSeconds(1), 10)))
                .isEqualTo(1);
        assertThat(store.<List<Slice>>read(handle -> slices.all(handle, ended.run())))
                .isEmpty();
    }

    private Run start(Store store, Mode mode, boolean dry) {
        return store.inTransaction(handle -> runs.start(
                handle,
                new NewRun("contacts", mode, dry, NOW.minusSeconds(3600), "Europe/Berlin", "DAYS", null, "a-mapping")));
    }
}
