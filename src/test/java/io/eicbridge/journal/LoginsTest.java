package io.eicbridge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.Store;
import java.time.Instant;
import java.util.Map;

class LoginsTest {
    private static final Instant TIME = Instant.parse("2026-11-24T10:00:00Z");
    private final Logins logins = new Logins();

    @BothDatabases
    void keepsTheLastLoginOfEachAndNothingOfWhoIsForgotten(Database database) {
        Store store = database.store();
        store.inTransaction(handle -> {
            logins.save(handle, Map.of("1", TIME, "2", TIME));
            logins.save(handle, Map.of("2", TIME.plusSeconds(60)));
            logins.forget(handle, "1");
            return null;
        });

        assertThat(store.read(logins::all)).isEqualTo(Map.of("2", TIME.plusSeconds(60)));
    }
}
