package io.eicbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.directory.DisabledAccount.State;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

class DisabledAccountsTest {
    private static final DisabledAccounts DISABLED = new DisabledAccounts(Clock.systemUTC());

    @BothDatabases
    void anAccountIsBeingDisabledThenDisabledThenBeingEnabled(Database database) {
        Fixture contacts = new Fixture(database);
        assertThat(found(contacts)).isNull();

        write(contacts, handle -> DISABLED.disabling(handle, "contacts", "a", "archive", 7));
        assertThat(found(contacts))
                .extracting(DisabledAccount::manner, DisabledAccount::state, DisabledAccount::request)
                .containsExactly("archive", State.DISABLING, 7L);
        assertThat(found(contacts).returnedIn(9)).isFalse();
        write(contacts, handle -> DISABLED.disabled(handle, "contacts", "a"));
        assertThat(found(contacts).state()).isEqualTo(State.DISABLED);
        assertThat(found(contacts).returnedIn(found(contacts).settledRun())).isFalse();
        assertThat(found(contacts).returnedIn(found(contacts).settledRun() + 1)).isTrue();
        write(contacts, handle -> DISABLED.enabling(handle, "contacts", "a"));
        assertThat(found(contacts).state()).isEqualTo(State.ENABLING);
        write(contacts, handle -> DISABLED.forget(handle, "contacts", List.of("a", "b")));
        assertThat(found(contacts)).isNull();
    }

    @BothDatabases
    void theSameAccountOfAnotherEndpointIsNotMeant(Database database) {
        Fixture contacts = new Fixture(database);
        write(contacts, handle -> DISABLED.disabling(handle, "teammates", "a", "archive", 1));

        Map<String, DisabledAccount> found = read(contacts, handle -> DISABLED.among(handle, "contacts", List.of("a")));

        assertThat(found).isEmpty();
    }

    @BothDatabases
    void tellsWhichDisabledAccountsNobodySaw(Database database) {
        Fixture contacts = new Fixture(database);
        contacts.storeAccounts(1, Fixture.account("a"), Fixture.account("b"), Fixture.account("c"));
        contacts.storeAccounts(2, Fixture.account("b"));
        write(contacts, handle -> {
            DISABLED.disabling(handle, "contacts", "a", "archive", 1);
            DISABLED.disabling(handle, "contacts", "b", "archive", 2);
        });

        Set<String> missing = read(contacts, handle -> DISABLED.missing(handle, "contacts", 2));
        Set<Long> keys = read(contacts, handle -> DISABLED.keys(handle, "contacts"));
        Map<String, Long> both =
                read(contacts, handle -> contacts.accounts.keys(handle, "contacts", List.of("a", "b")));

        assertThat(missing).containsExactly("a");
        assertThat(keys).containsExactlyInAnyOrderElementsOf(both.values());
    }

    private static DisabledAccount found(Fixture contacts) {
        return read(contacts, handle -> DISABLED.find(handle, "contacts", "a")).orElse(null);
    }

    private static <T> T read(Fixture contacts, Function<Handle, T> query) {
        return contacts.store.read(query);
    }

    private static void write(Fixture contacts, Consumer<Handle> work) {
        contacts.store.inTransaction(handle -> {
            work.accept(handle);
            return null;
        });
    }
}
