package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestList;
import io.eicbridge.journal.request.RequestQuery;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.journal.request.RetryOwner;
import io.eicbridge.sandbox.IntercomSandbox;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.store.PostgresDatabase;
import io.eicbridge.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of the program on one PostgreSQL share the requests; one is killed, the other goes on with what it held. */
class TakenOverTest {
    private static final int ACCOUNTS = 20;
    private static final Duration LEASE = Duration.ofSeconds(3);

    /** Attempts that began on an account before one that came before had ended. */
    private static final String OUT_OF_ORDER =
            "select count(*) from attempts later join requests r on r.request = later.request"
                    + " join requests e on e.endpoint = r.endpoint and e.subject = r.subject and e.request < r.request"
                    + " join attempts earlier on earlier.request = e.request where later.started_at < earlier.ended_at";

    @Test
    void nothingIsLostDoubledOrOutOfOrderWhenOneOfThemIsKilled(@TempDir Path first, @TempDir Path second)
            throws Exception {
        try (PostgresDatabase database = new PostgresDatabase();
                IntercomSandbox sandbox = IntercomSandbox.start(SandboxSettings.defaults()
                        .withContacts(5)
                        .withCallsPerWindow(1_000_000)
                        .withLatency(Duration.ofMillis(100)))) {
            database.store();
            Home killed = home(first, sandbox, database);
            Home left = home(second, sandbox, database);
            try (Child dies = killed.start("run");
                    Child lives = left.start("run")) {
                dies.whenSaid("The bridge is ready", 1);
                lives.whenSaid("The bridge is ready", 1);
                ask(sandbox, List.of(eic(killed), eic(left)));
                dies.when(() -> sandbox.effects().of("tag_attached") >= ACCOUNTS)
                        .kill();
                long since = System.nanoTime();
                lives.when(() -> !eic(left).goesOn());
                assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since))
                        .isLessThan(30);
            }
            assertThat(sandbox.effects().of("tag_attached")).isEqualTo(3 * ACCOUNTS);
            assertThat(sandbox.effects().of("tag_detached")).isEqualTo(ACCOUNTS);
            judge(database.store());
        }
    }

    /** Four requests about each account, each of which has an effect only where those before it had theirs. */
    private static void ask(IntercomSandbox sandbox, List<AskedOverHttp> bridges) {
        String one = sandbox.controls().createTag("One");
        String other = sandbox.controls().createTag("Other");
        int nth = 0;
        for (String contact : sandbox.controls().createContacts(ACCOUNTS)) {
            for (NewRequest asked : List.of(
                    access(Operation.ADD_ACCESS, contact, one, "a"),
                    access(Operation.REMOVE_ACCESS, contact, one, "b"),
                    access(Operation.ADD_ACCESS, contact, other, "c"),
                    access(Operation.ADD_ACCESS, contact, one, "d"))) {
                assertThat(bridges.get(nth++ % 2).ask(asked)).isIn(200, 202);
            }
        }
    }

    private static NewRequest access(Operation operation, String contact, String tag, String key) {
        return new NewRequest(
                "contacts",
                "eic",
                contact + key,
                operation,
                contact,
                "Tag",
                tag,
                RetryOwner.BRIDGE,
                JsonNodeFactory.instance.objectNode());
    }

    private static void judge(Store store) {
        List<ProvisioningRequest> requests =
                store.read(handle -> new RequestList().list(handle, RequestQuery.newest(1_000)));
        assertThat(requests).hasSize(4 * ACCOUNTS).allSatisfy(request -> assertThat(request.state())
                .as(request.reason())
                .isEqualTo(RequestState.SUCCEEDED));
        assertThat(number(store, OUT_OF_ORDER)).isZero();
        assertThat(number(store, "select count(distinct holder) from attempts")).isEqualTo(2);
        assertThat(number(store, "select count(*) from attempts where outcome = 'interrupted'"))
                .isPositive();
        assertThat(number(store, "select count(*) from attempts where outcome is null"))
                .isZero();
    }

    private static long number(Store store, String query) {
        return store.read(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    private static AskedOverHttp eic(Home home) {
        return new AskedOverHttp(home.settings().get("bridge.port"));
    }

    private static Home home(Path folder, IntercomSandbox sandbox, PostgresDatabase database) {
        return Home.in(
                folder,
                Map.ofEntries(
                        Map.entry("intercom.url", sandbox.url().toString()),
                        Map.entry("intercom.access-token", "a-token"),
                        Map.entry("provisioning.wait", "0s"),
                        Map.entry("provisioning.lease", LEASE.toSeconds() + "s"),
                        Map.entry("provisioning.sweep", "500"),
                        Map.entry("provisioning.limit.per-hour", "100000"),
                        Map.entry("webhooks.contacts-sweep", "3600000"),
                        Map.entry("contacts.import.incremental.cron", "0 0 0 1 1 ?"),
                        Map.entry("teammates.import.incremental.cron", "0 0 0 1 1 ?"),
                        Map.entry("bridge.port", Integer.toString(TestBed.freePort())),
                        Map.entry("bridge.management-port", Integer.toString(TestBed.freePort())),
                        Map.entry("bridge.api-token", TestBed.API_TOKEN),
                        Map.entry("directory.url", database.settings().url()),
                        Map.entry("directory.user", database.settings().user()),
                        Map.entry("directory.password", database.settings().password())));
    }
}
