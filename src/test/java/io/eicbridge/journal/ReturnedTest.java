package io.eicbridge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.Store;
import java.util.List;

class ReturnedTest {
    private final Returned returned = new Returned();

    @BothDatabases
    void whoCameBackIsUntoldUntilItIsToldAlsoAfterAKill(Database database) {
        keep(database.store(), 7, "b", "a");
        keep(database.store(), 7, "a");
        Store after = database.reopen();
        keep(after, 9, "c");

        assertThat(after.<List<String>>read(handle -> returned.untold(handle, "contacts", 8, 10)))
                .containsExactly("a", "b");
        assertThat(after.<Integer>inTransaction(handle -> returned.told(handle, "contacts", 8)))
                .isEqualTo(2);
        assertThat(after.<List<String>>read(handle -> returned.untold(handle, "contacts", 9, 10)))
                .containsExactly("c");
    }

    private void keep(Store store, long run, String... accounts) {
        store.inTransaction(handle -> {
            returned.keep(handle, "contacts", run, List.of(accounts));
            returned.keep(handle, "contacts", run, List.of());
            return null;
        });
    }
}
