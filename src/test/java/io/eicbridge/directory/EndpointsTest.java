package io.eicbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.failure.Configuration;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.util.Optional;

class EndpointsTest {
    private final Endpoints endpoints = new Endpoints();

    @BothDatabases
    void refusesTheTokenOfAnotherWorkspaceAndNamesBoth(Database database) {
        bind(database, "contacts", "abc");
        bind(database, "contacts", "abc");
        bind(database, "teammates", "xyz");

        assertThatThrownBy(() -> bind(database, "contacts", "xyz"))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("holds the contacts of workspace \"abc\"")
                .hasMessageContaining("belongs to workspace \"xyz\"");
        assertThat(binding(database)).isEqualTo(new Binding(Optional.of("abc"), Optional.empty()));
    }

    @BothDatabases
    void remembersTheScope(Database database) {
        assertThat(binding(database)).isEqualTo(new Binding(Optional.empty(), Optional.empty()));

        database.store().inTransaction(handle -> {
            endpoints.recordScope(handle, "contacts", "role=user");
            return null;
        });

        assertThat(binding(database).scope()).contains("role=user");
    }

    private void bind(Database database, String endpoint, String workspace) {
        database.store().inTransaction(handle -> {
            endpoints.bind(handle, endpoint, workspace);
            return null;
        });
    }

    private Binding binding(Database database) {
        return database.store().read(handle -> endpoints.binding(handle, "contacts"));
    }
}
