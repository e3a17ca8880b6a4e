package io.eicbridge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

class HintsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Hint ONE = new Hint("contacts", Hint.ACCOUNT, "6a01");
    private static final Hint OTHER = new Hint("contacts", "Company", "6c01");
    private static final Hint TEAMMATES = new Hint("teammates", Hint.IMPORT, "");

    private final Runs runs = new Runs(at(NOON));
    private final Hints hints = new Hints(at(NOON));

    @BothDatabases
    void aRunTakesTheOldestHintsEachObjectOnceAndLetsThemGo(Database database) {
        Store store = database.store();
        add(store, hints, ONE, ONE, OTHER, TEAMMATES);
        long run = started(store);
        assertThat(taken(store, run, 2)).containsExactly(ONE);
        long next = started(store);
        assertThat(taken(store, next, 100)).containsExactly(OTHER);
        done(store, run);
        done(store, next);
        assertThat(waiting(store, "contacts")).isFalse();
        assertThat(waiting(store, "teammates")).isTrue();
    }

    @BothDatabases
    void theHintsOfARunThatFailedAreFreeAgainAndThoseOfOneUnderWayAreNot(Database database) {
        Store store = database.store();
        add(store, hints, ONE);
        long failed = started(store);
        assertThat(taken(store, failed, 100)).containsExactly(ONE);
        long meanwhile = started(store);
        assertThat(taken(store, meanwhile, 100)).isEmpty();
        store.inTransaction(handle -> {
            runs.finish(handle, failed, RunState.FAILED, "killed", null);
            return null;
        });
        assertThat(taken(store, started(store), 100)).containsExactly(ONE);
    }

    @BothDatabases
    void keepsWhichTopicsPointedAtTheAccountsThatARunRead(Database database) {
        Store store = database.store();
        add(store, hints, ONE, ONE, OTHER);
        store.inTransaction(handle -> {
            hints.add(handle, List.of(ONE), "contact.archived");
            return null;
        });
        long run = started(store);
        taken(store, run, 100);
        done(store, run);

        assertThat(store.<Map<Long, String>>read(handle -> hints.causes(handle, ONE.id(), List.of(run, run + 1))))
                .containsExactly(Map.entry(run, "contact.archived, contact.user.updated"));
        assertThat(store.<Map<Long, String>>read(handle -> hints.causes(handle, OTHER.id(), List.of(run))))
                .isEmpty();
    }

    @BothDatabases
    void anObjectThatIsPutAsideWaitsWithAllItsHintsAndNoOtherDoes(Database database) {
        Store store = database.store();
        add(store, hints, ONE, ONE, OTHER);
        long run = started(store);
        taken(store, run, 100);
        assertThat(aside(store, run)).isEqualTo(1);
        assertThat(aside(store, run)).as("for another of its lists").isEqualTo(1);
        done(store, run);
        assertThat(waiting(store, "contacts")).isFalse();
        add(store, hints, ONE, OTHER);
        long next = started(store);
        assertThat(taken(store, next, 100)).containsExactly(OTHER);
        done(store, next);

        Hints later = new Hints(at(NOON.plusSeconds(61)));
        assertThat(store.<Boolean>read(handle -> later.waiting(handle, "contacts")))
                .isTrue();
        long last = started(store);
        store.inTransaction(handle -> {
            later.take(handle, "contacts", last, 100);
            return null;
        });
        assertThat(store.<Integer>inTransaction(handle -> later.putAside(handle, last, ONE)))
                .isEqualTo(2);
        store.inTransaction(handle -> {
            later.drop(handle, ONE);
            return null;
        });
        assertThat(store.<Boolean>read(handle -> later.waiting(handle, "contacts")))
                .isFalse();
    }

    private int aside(Store store, long run) {
        return store.inTransaction(handle -> {
            int tries = hints.putAside(handle, run, ONE);
            hints.waitFor(handle, ONE, Duration.ofMinutes(1));
            return tries;
        });
    }

    @BothDatabases
    void anImportSettlesOnlyTheHintsBeforeItBegan(Database database) {
        Store store = database.store();
        add(store, hints, TEAMMATES);
        imported(store, NOON);
        assertThat(waiting(store, "teammates")).isTrue();
        imported(store, NOON.plusSeconds(1));
        assertThat(waiting(store, "teammates")).isFalse();
    }

    @BothDatabases
    void oldHintsAndNotificationsAreForgotten(Database database) {
        Store store = database.store();
        add(store, hints, ONE);
        Notification notification = new Notification("notif_1", "contact.deleted", "contact", "6a01");
        assertThat(keep(store, notification)).isTrue();
        assertThat(keep(store, notification)).isFalse();
        Clock later = at(NOON.plus(Duration.ofHours(2)));
        int kept = store.inTransaction(handle -> new Notifications(later).forget(handle, Duration.ofHours(3)));
        assertThat(kept).isZero();
        int forgotten = store.inTransaction(handle -> new Notifications(later).forget(handle, Duration.ofHours(1))
                + new Hints(later).forget(handle, Duration.ofHours(1)));
        assertThat(forgotten).isEqualTo(2);
        assertThat(keep(store, notification)).isTrue();
    }

    @BothDatabases
    void thePlaceInTheFeedIsKept(Database database) {
        Store store = database.store();
        ActivityCursors cursors = new ActivityCursors();
        assertThat(cursor(store, cursors)).isEqualTo(ActivityCursor.START);
        for (ActivityCursor place : List.of(new ActivityCursor("abc", 0), new ActivityCursor("abc", 7))) {
            store.inTransaction(handle -> {
                cursors.move(handle, "contacts", place);
                return null;
            });
            assertThat(cursor(store, cursors)).isEqualTo(place);
        }
    }

    private static ActivityCursor cursor(Store store, ActivityCursors cursors) {
        return store.read(handle -> cursors.find(handle, "contacts"));
    }

    private static boolean keep(Store store, Notification notification) {
        return store.inTransaction(handle -> new Notifications(at(NOON)).keep(handle, notification));
    }

    private static void add(Store store, Hints to, Hint... added) {
        store.inTransaction(handle -> {
            to.add(handle, List.of(added), "contact.user.updated");
            return null;
        });
    }

    private long started(Store store) {
        return store.inTransaction(
                handle -> runs.start(handle, new NewRun("contacts", Mode.TARGETED, false, null, null, null, null, null))
                        .run());
    }

    private Set<Hint> taken(Store store, long run, int limit) {
        return store.inTransaction(handle -> {
            hints.take(handle, "contacts", run, limit);
            return hints.of(handle, run);
        });
    }

    private void done(Store store, long run) {
        store.inTransaction(handle -> {
            hints.done(handle, run);
            return null;
        });
    }

    private void imported(Store store, Instant began) {
        store.inTransaction(handle -> {
            hints.imported(handle, "teammates", began);
            return null;
        });
    }

    private boolean waiting(Store store, String endpoint) {
        return store.read(handle -> hints.waiting(handle, endpoint));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
