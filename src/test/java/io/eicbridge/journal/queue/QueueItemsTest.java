package io.eicbridge.journal.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

class QueueItemsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(3_600);
    private final QueueItems items = new QueueItems(at(NOON));
    private final QueueItems later = new QueueItems(at(LATER));

    private static Clock at(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }

    private static void in(Database database, Consumer<Handle> work) {
        database.store().inTransaction(handle -> {
            work.accept(handle);
            return null;
        });
    }

    private QueueItem opened(Handle handle, long request, String ticket) {
        return items.open(handle, request, "teammates", "55", ticket, null);
    }

    @BothDatabases
    void keepsSinceWhenAnItemIsResolvedUntilItIsOpenedAgain(Database database) {
        in(database, handle -> {
            QueueItem item = opened(handle, 7, "626008");
            assertThat(item.state()).isEqualTo(QueueState.OPEN);
            later.seen(handle, item.id(), true);
            QueueItem resolved = items.find(handle, item.id()).orElseThrow();
            assertThat(resolved.state()).isEqualTo(QueueState.RESOLVED);
            assertThat(resolved.resolvedAt()).isEqualTo(LATER);
            assertThat(resolved.openedAt()).isEqualTo(NOON);
            later.reopened(handle, item.id());
            QueueItem again = items.find(handle, item.id()).orElseThrow();
            assertThat(again.resolvedAt()).isNull();
            assertThat(again.reopened()).isEqualTo(1);
        });
    }

    @BothDatabases
    void anItemEndsOnce(Database database) {
        in(database, handle -> {
            QueueItem item = opened(handle, 7, "626008");
            assertThat(items.end(handle, item.id(), "dead")).isTrue();
            assertThat(items.end(handle, item.id(), "succeeded")).isFalse();
            items.seen(handle, item.id(), true);
            assertThat(items.unended(handle)).isEmpty();
        });
    }

    @BothDatabases
    void anItemIsKnownByItsJobUntilItsTicketIs(Database database) {
        in(database, handle -> {
            opened(handle, 7, "626008");
            QueueItem item = items.open(handle, 8, "contacts", "55", null, "20");
            assertThat(item.state()).isEqualTo(QueueState.ENQUEUED);
            items.ticketed(handle, item.id(), "626015");
            assertThat(items.newestOf(handle, 8).orElseThrow().ticket()).isEqualTo("626015");
            assertThat(items.taken(handle, Set.of("626008", "626015", "626022")))
                    .containsOnly("626008", "626015");
            assertThat(items.unended(handle)).extracting(QueueItem::request).containsExactly(7L, 8L);
        });
    }

    @BothDatabases
    void forgetsWhatEndedLongAgoAndNothingElse(Database database) {
        in(database, handle -> {
            QueueItem ended = opened(handle, 7, "626008");
            opened(handle, 8, "626015");
            items.end(handle, ended.id(), "succeeded");
            assertThat(items.forget(handle, NOON)).isZero();
            assertThat(items.forget(handle, LATER)).isEqualTo(1);
            assertThat(items.unended(handle)).hasSize(1);
        });
    }

    @BothDatabases
    void aFactTakesThePlaceOfTheOneBefore(Database database) {
        in(database, handle -> {
            new QueueFacts(at(NOON)).note(handle, QueueFacts.POLLED, "1");
            QueueFacts facts = new QueueFacts(at(LATER));
            facts.note(handle, QueueFacts.POLLED, "2");
            assertThat(facts.find(handle, QueueFacts.POLLED)).contains("2");
            assertThat(facts.notedAt(handle, QueueFacts.POLLED)).contains(LATER);
            facts.forget(handle, QueueFacts.POLLED);
            assertThat(facts.find(handle, QueueFacts.POLLED)).isEmpty();
        });
    }
}
