package io.eicbridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.failure.Configuration;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final String CREATE = "insert into endpoints (endpoint, endpoint_no) values ('contacts', 1)";

    @BothDatabases
    void keepsWhatATransactionCommittedOverARestart(Database database) {
        database.store().inTransaction(handle -> handle.execute(CREATE));

        assertThat(endpoints(database.reopen())).isEqualTo(1);
    }

    @BothDatabases
    void rollsBackWhereTheWorkFails(Database database) {
        Store store = database.store();

        assertThatThrownBy(() -> store.inTransaction(handle -> {
                    handle.execute(CREATE);
                    throw new IllegalStateException("half way");
                }))
                .hasMessage("half way");

        assertThat(endpoints(store)).isZero();
    }

    @BothDatabases
    void keepsTheHourThatAClockShowsTwice(Database database) {
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        Store store = database.store();

        for (Instant time : new Instant[] {first, first.plusSeconds(3600)}) {
            store.inTransaction(handle -> handle.execute("delete from leases"));
            store.inTransaction(
                    handle -> handle.execute("insert into leases (name, holder, until_at) values ('a', 'b', ?)", time));
            Instant kept = store.read(handle -> handle.select("select until_at from leases")
                    .mapTo(Instant.class)
                    .one());
            assertThat(kept).isEqualTo(time);
        }
    }

    @BothDatabases
    void refusesASchemaOfANewerProgram(Database database) {
        database.store()
                .inTransaction(
                        handle -> handle.execute(
                                "insert into \"flyway_schema_history\" (\"installed_rank\","
                                        + " \"version\", \"description\", \"type\", \"script\", \"checksum\", \"installed_by\","
                                        + " \"execution_time\", \"success\") values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, true)"));

        assertThatThrownBy(database::reopen)
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("has schema 99, made by a newer eic-bridge")
                .hasMessageContaining("Nothing was changed");
    }

    @Test
    void saysThatTheFileCannotBeWritten(@TempDir Path folder) throws Exception {
        Path noFolder = Files.writeString(folder.resolve("file"), "");
        StoreSettings settings = new StoreSettings("jdbc:h2:file:" + noFolder + "/directory", "", "");

        assertThatThrownBy(() -> Store.open(settings))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("its file cannot be read or written. Give a path in \"directory.url\"");
    }

    @Test
    void saysThatAnotherBridgeHasTheFileOpen() throws Exception {
        try (FileDatabase database = new FileDatabase()) {
            Process owner = owner(database.settings().url());
            try {
                assertThat(owner.inputReader().lines().anyMatch(OwnerOfTheFile.OPEN::equals))
                        .isTrue();

                assertThatThrownBy(database::store)
                        .isInstanceOf(Configuration.class)
                        .hasMessageContaining(
                                "another program has it open. Stop it first. Where it is a bridge, commands");
            } finally {
                owner.destroyForcibly().waitFor();
            }
            assertThat(endpoints(database.store())).isZero();
        }
    }

    @Test
    void losesNoAcknowledgedCommitAtAKill() throws Exception {
        try (FileDatabase database = new FileDatabase()) {
            Process owner = owner(database.settings().url(), "commit");
            String last = owner.inputReader()
                    .lines()
                    .filter(line -> line.matches("\\d+"))
                    .skip(300)
                    .findFirst()
                    .orElseThrow();
            owner.destroyForcibly().waitFor();

            long kept = database.store().read(handle -> handle.select("select count(*) from leases")
                    .mapTo(Long.class)
                    .one());
            assertThat(kept).isGreaterThanOrEqualTo(Long.parseLong(last)).isGreaterThanOrEqualTo(300);
        }
    }

    @Test
    void saysThatAFileRefusesThePassword() {
        try (FileDatabase database = new FileDatabase()) {
            Store.open(new StoreSettings(database.settings().url(), "bridge", "right"))
                    .close();

            assertThatThrownBy(() ->
                            Store.open(new StoreSettings(database.settings().url(), "bridge", "wrong-secret")))
                    .isInstanceOf(Configuration.class)
                    .hasMessageContaining("refuses the user \"bridge\"")
                    .hasMessageContaining("directory.password")
                    .hasMessageNotContaining("wrong-secret");
        }
    }

    @Test
    void saysThatPostgresHasNoSuchDatabase() {
        try (PostgresDatabase database = new PostgresDatabase()) {
            String url = database.settings().url().replaceAll("test\\d+", "absent");

            assertThatThrownBy(() -> Store.open(new StoreSettings(url, "postgres", "postgres")))
                    .isInstanceOf(Configuration.class)
                    .hasMessageContaining("has no database of that name");
        }
    }

    @Test
    void saysThatNoPostgresAnswers() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        StoreSettings settings =
                new StoreSettings("jdbc:postgresql://127.0.0.1:" + port + "/bridge", "bridge", "secret");

        assertThatThrownBy(() -> Store.open(settings))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("its server does not answer")
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesAnotherKindOfDatabase() {
        assertThatThrownBy(() -> Store.open(new StoreSettings("jdbc:mysql://127.0.0.1/x?password=secret", "a", "b")))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("\"directory.url\" is \"jdbc:mysql://127.0.0.1/x\"")
                .hasMessageContaining("jdbc:h2:file:PATH");
    }

    @Test
    void neverDelaysTheWritesOfAFileWhateverItsUrlSays() {
        assertThat(DatabaseUrl.opened("jdbc:h2:file:./data/directory;write_delay=500;LOCK_TIMEOUT=5"))
                .contains(";WRITE_DELAY=0", ";LOCK_TIMEOUT=5", ";MODE=PostgreSQL")
                .doesNotContain("500");
    }

    @Test
    void settingsDoNotShowThePassword() {
        assertThat(new StoreSettings("jdbc:postgresql://db/x?password=one", "bridge", "two"))
                .hasToString("StoreSettings[url=jdbc:postgresql://db/x, user=bridge]");
    }

    @Test
    void settingsDoNotShowAPasswordBeforeTheHost() {
        assertThat(new StoreSettings("jdbc:postgresql://bridge:one@db/x", "bridge", "two"))
                .hasToString("StoreSettings[url=jdbc:postgresql://***@db/x, user=bridge]");
    }

    @Test
    void keepsTheFileFromEverybodyButItsOwner(@TempDir Path folder) throws IOException {
        Store.open(new StoreSettings("jdbc:h2:file:" + folder.resolve("directory"), "", ""))
                .close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("directory.mv.db"))))
                .isEqualTo("rw-------");
    }

    @Test
    void leavesNoTraceOfTheValuesOfAFailedStatement(@TempDir Path folder) {
        StoreSettings settings = new StoreSettings("jdbc:h2:file:" + folder.resolve("directory"), "", "");
        try (Store store = Store.open(settings)) {
            assertThatThrownBy(() ->
                            store.inTransaction(handle -> handle.execute("select cast('ada@example.net' as integer)")))
                    .isInstanceOf(DatabaseFailure.class)
                    .hasMessageContaining("22018");
        }

        assertThat(folder).isDirectoryNotContaining("glob:**.trace.db");
    }

    private static Process owner(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                OwnerOfTheFile.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static long endpoints(Store store) {
        return store.read(handle -> handle.select("select count(*) from endpoints")
                .mapTo(Long.class)
                .one());
    }
}
