package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.sandbox.IntercomSandbox;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Kills the program between the answers to notifications and the reading of what they point at, and in the midst of it. */
class KilledWithHintsTest {
    private static final int CONTACTS = 50;
    private static final int HINTED = 120;

    @BothDatabases
    void whatWasAnsweredIsReadHoweverOftenTheProgramIsKilled(Database database, @TempDir Path folder) throws Exception {
        try (IntercomSandbox sandbox = IntercomSandbox.start(SandboxSettings.defaults()
                .withContacts(CONTACTS)
                .withCallsPerWindow(1_000_000)
                .withLatency(Duration.ofMillis(30)))) {
            List<String> ids = sandbox.controls().createContacts(HINTED);
            Home home = home(folder, sandbox, database);
            try (Child first = home.with("webhooks.contacts-sweep", "3600000").start("run")) {
                first.whenSaid("The bridge is ready", 1);
                try (Child command = home.start("import", "contacts")) {
                    assertThat(command.ended()).as(command::said).isZero();
                }
                renameAndNotify(home, sandbox, ids);
                first.kill();
            }
            try (Child second = home.start("run")) {
                second.whenSaid("is stored.*kind=CONFIRM_ACCOUNT", HINTED / 4).kill();
            }
            try (Child third = home.start("run")) {
                third.whenSaid("Import ended: complete", 1).kill();
            }
            assertThat(renamed(database)).isEqualTo(HINTED);
        }
    }

    private static void renameAndNotify(Home home, IntercomSandbox sandbox, List<String> ids) {
        Notifier intercom =
                new Notifier("http://127.0.0.1:" + home.settings().get("bridge.port") + "/webhooks/intercom");
        ids.forEach(id -> sandbox.controls().updateContact(id, Map.of("name", "Renamed")));
        ids.forEach(id -> assertThat(intercom.send(intercom.contact("contact.user.updated", id)))
                .isEqualTo(200));
    }

    private static long renamed(Database database) {
        Store store = database.reopen();
        long hints = store.read(handle -> handle.createQuery("select count(*) from hints")
                .mapTo(Long.class)
                .one());
        assertThat(hints).isZero();
        long renamed = store.read(handle -> handle.createQuery(
                        "select count(*) from account_attributes where attributes like '%Renamed%'")
                .mapTo(Long.class)
                .one());
        store.close();
        return renamed;
    }

    private static Home home(Path folder, IntercomSandbox sandbox, Database database) {
        return Home.in(
                folder,
                Map.ofEntries(
                        Map.entry("intercom.url", sandbox.url().toString()),
                        Map.entry("intercom.access-token", "a-token"),
                        Map.entry("intercom.client-secret", Notifier.SECRET),
                        Map.entry("webhooks.contacts-sweep", "100"),
                        Map.entry("import.parallel", "2"),
                        Map.entry("bridge.port", Integer.toString(TestBed.freePort())),
                        Map.entry("bridge.management-port", Integer.toString(TestBed.freePort())),
                        Map.entry("bridge.api-token", TestBed.API_TOKEN),
                        Map.entry("directory.url", database.settings().url()),
                        Map.entry("directory.user", database.settings().user()),
                        Map.entry("directory.password", database.settings().password()),
                        Map.entry("EIC_BRIDGE_LOG", "DEBUG")));
    }
}
