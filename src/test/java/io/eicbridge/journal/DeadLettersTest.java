package io.eicbridge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

class DeadLettersTest {
    private static final Instant NOW = Instant.parse("2026-10-25T00:30:00Z");

    private final DeadLetters letters = new DeadLetters(Clock.fixed(NOW, ZoneOffset.UTC));
    private final DeadLetters later = new DeadLetters(Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC));

    @BothDatabases
    void keepsTheWholeRecordWithItsReason(Database database) {
        Store store = database.store();
        add(store, letters, new NewDeadLetter("contacts", "account", "c1", 7L, "no e-mail", "{\"id\":\"c1\"}"));

        DeadLetter listed = list(store, DeadLetterQuery.newest(10)).get(0);
        DeadLetter shown =
                store.read(handle -> letters.show(handle, listed.id()).orElseThrow());

        assertThat(listed.payload()).isNull();
        assertThat(shown)
                .isEqualTo(new DeadLetter(
                        listed.id(),
                        "contacts",
                        "account",
                        "c1",
                        7L,
                        "no e-mail",
                        "{\"id\":\"c1\"}",
                        NOW,
                        DeadLetterState.OPEN));
        assertThat(shown.toString()).doesNotContain("\"c1\"");
    }

    @BothDatabases
    void listsByEndpointKindTimeAndLimit(Database database) {
        Store store = database.store();
        add(store, letters, new NewDeadLetter("contacts", "account", "c1", 7L, "x".repeat(5000), "{}"));
        add(store, later, new NewDeadLetter("contacts", "entitlement", null, null, "second", null));
        add(store, later, new NewDeadLetter("teammates", "account", "t1", 8L, "third", "{}"));

        assertThat(reasons(store, DeadLetterQuery.newest(2))).containsExactly("third", "second");
        assertThat(reasons(store, query(Optional.of("contacts"), Optional.empty(), Optional.empty())))
                .containsExactly("second", "x".repeat(4000));
        assertThat(reasons(store, query(Optional.empty(), Optional.of("account"), Optional.of(NOW.plusSeconds(60)))))
                .containsExactly("third");
    }

    @BothDatabases
    void aSubjectThatIsTooLongForItsColumnIsCutAndStaysOneOfItsOwn(Database database) {
        Store store = database.store();
        String end = "x".repeat(300);
        add(store, letters, new NewDeadLetter("contacts", "account", end + "1", 7L, "first", "{}"));
        add(store, letters, new NewDeadLetter("contacts", "account", end + "2", 7L, "second", "{}"));
        add(store, letters, new NewDeadLetter("contacts", "account", end + "1", 8L, "first again", "{}"));

        List<DeadLetter> listed = list(store, DeadLetterQuery.newest(10));
        assertThat(listed).extracting(DeadLetter::reason).containsExactly("second", "first again");
        assertThat(listed)
                .extracting(DeadLetter::subject)
                .doesNotHaveDuplicates()
                .allMatch(subject -> subject.length() == 255 && subject.startsWith("x".repeat(200)));
    }

    @BothDatabases
    void aSubjectWithLettersThatTheDatabaseRefusesIsKept(Database database) {
        Store store = database.store();
        add(store, letters, new NewDeadLetter("contacts", "account", "c\0 \ud800", 7L, "odd", "{}"));

        assertThat(list(store, DeadLetterQuery.newest(10)).get(0).subject()).startsWith("c? ? #");
    }

    @BothDatabases
    void aDeadLetterIsClosedOnce(Database database) {
        Store store = database.store();
        add(store, letters, new NewDeadLetter("contacts", "account", "c1", 7L, "no e-mail", "{}"));
        long id = list(store, DeadLetterQuery.newest(1)).get(0).id();

        assertThat(store.<Boolean>inTransaction(handle -> letters.close(handle, id, DeadLetterState.REPLAYED)))
                .isTrue();
        assertThat(store.<Boolean>inTransaction(handle -> letters.close(handle, id, DeadLetterState.DISCARDED)))
                .isFalse();
        assertThat(list(store, DeadLetterQuery.newest(1))).isEmpty();
        DeadLetter closed = store.read(handle -> letters.show(handle, id).orElseThrow());
        assertThat(closed.state()).isEqualTo(DeadLetterState.REPLAYED);
    }

    @BothDatabases
    void deletesALetterAsLongAfterItWasClosedAsItIsKept(Database database) {
        Store store = database.store();
        add(store, letters, new NewDeadLetter("contacts", "account", "open", 7L, "no e-mail", "{}"));
        add(store, letters, new NewDeadLetter("contacts", "account", "closed", 7L, "no e-mail", "{}"));
        store.inTransaction(handle -> later.resolve(handle, "contacts", "account", List.of("closed")));

        assertThat(store.<Integer>inTransaction(handle -> letters.purge(handle, NOW.plusSeconds(30))))
                .isZero();
        assertThat(store.<Integer>inTransaction(handle -> letters.purge(handle, NOW.plusSeconds(90))))
                .isEqualTo(1);
        assertThat(list(store, DeadLetterQuery.newest(10)))
                .extracting(DeadLetter::subject)
                .containsExactly("open");
    }

    private static DeadLetterQuery query(Optional<String> endpoint, Optional<String> kind, Optional<Instant> since) {
        return new DeadLetterQuery(endpoint, kind, since, Optional.empty(), 10);
    }

    private static void add(Store store, DeadLetters letters, NewDeadLetter letter) {
        store.inTransaction(handle -> {
            letters.keep(handle, List.of(letter));
            letters.keep(handle, List.of());
            return null;
        });
    }

    private List<DeadLetter> list(Store store, DeadLetterQuery query) {
        return store.read(handle -> letters.list(handle, query));
    }

    private List<String> reasons(Store store, DeadLetterQuery query) {
        return list(store, query).stream().map(DeadLetter::reason).toList();
    }
}
