package io.eicbridge.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.store.Store;
import io.eicbridge.store.StoreSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferredKeysTest {
    private final ReferredKeys keys = new ReferredKeys();
    private final List<Set<String>> asked = new ArrayList<>();
    private Store store;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        store = Store.open(new StoreSettings("jdbc:h2:file:" + folder.resolve("directory"), "eicbridge", ""));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void looksUpOnlyWhatNoCommittedTransactionFound() {
        Map<String, Long> first = store.inTransaction(handle -> of(handle, "contacts Tag", "1", "2"));
        Map<String, Long> second = store.inTransaction(handle -> of(handle, "contacts Tag", "2", "3"));

        assertThat(first).isEqualTo(Map.of("1", 1L, "2", 2L));
        assertThat(second).isEqualTo(Map.of("2", 2L, "3", 3L));
        assertThat(asked).containsExactly(Set.of("1", "2"), Set.of("3"));
    }

    @Test
    void forgetsWhatATransactionMadeThatWasRolledBack() {
        assertThatThrownBy(() -> store.inTransaction(handle -> {
                    of(handle, "contacts Tag", "1");
                    throw new IllegalStateException("lost");
                }))
                .hasMessage("lost");
        store.inTransaction(handle -> {
            of(handle, "contacts Tag", "1");
            return handle.rollback();
        });

        store.inTransaction(handle -> of(handle, "contacts Tag", "1"));

        assertThat(asked).containsExactly(Set.of("1"), Set.of("1"), Set.of("1"));
    }

    @Test
    void keepsTypesApart() {
        store.inTransaction(handle -> of(handle, "contacts Tag", "1"));
        store.inTransaction(handle -> of(handle, "contacts Company", "1"));

        assertThat(asked).containsExactly(Set.of("1"), Set.of("1"));
    }

    private Map<String, Long> of(Handle handle, String kind, String... ids) {
        return keys.of(handle, kind, List.of(ids), unknown -> {
            asked.add(new TreeSet<>(unknown));
            Map<String, Long> found = new HashMap<>();
            unknown.forEach(id -> found.put(id, Long.valueOf(id)));
            return found;
        });
    }
}
