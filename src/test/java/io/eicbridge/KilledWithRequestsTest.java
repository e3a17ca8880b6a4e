package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestList;
import io.eicbridge.journal.request.RequestQuery;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.sandbox.IntercomSandbox;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.sandbox.workspace.Features;
import io.eicbridge.store.FileDatabase;
import io.eicbridge.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the program again and again while it carries out requests of all kinds at a time; each start goes on with what is left. */
class KilledWithRequestsTest {
    private static final int WORKERS = 24;
    /** A lead is not created again for ten minutes, and a team has one last member. */
    private static final Set<Deed> DEEDS = EnumSet.complementOf(EnumSet.of(Deed.LEAD_CREATED, Deed.LAST_MEMBER_QUEUED));

    /** After so many calls of a process Intercom does what it is asked for, and the answers do not come before the kill. */
    private static final List<Integer> MOMENTS = List.of(20, 110, 60);
    /** Each deed is asked for twice in each process. */
    private static final int TIMES = 2 * MOMENTS.size();
    /** What one of each brings about once, all together. */
    private static final Set<String> SINGLE = Set.of(
            "company_attached",
            "company_created",
            "company_deleted",
            "company_detached",
            "company_updated",
            "contact_deleted",
            "role_given",
            "subscription_detached",
            "tag_attached",
            "tag_created",
            "tag_deleted",
            "tag_detached",
            "tag_renamed",
            "team_member_added",
            "team_member_removed",
            "teammate_created",
            "teammate_deleted",
            "teammate_updated",
            "ticket_created");

    /** And several times. */
    private static final Map<String, Integer> SEVERAL = Map.of(
            "contact_updated", 3,
            "contact_unarchived", 3,
            "contact_archived", 2,
            "subscription_attached", 2,
            "team_written", 2);

    /** Whatever is asked how often, a workspace gets what queue items need once. */
    private static final Map<String, Integer> ONCE =
            Map.of("ticket_type_created", 1, "ticket_attribute_created", 6, "contact_created", TIMES + 1);

    private final List<NewRequest> asked = new ArrayList<>();

    @Test
    void whatWasAcceptedIsDoneOnceHoweverOftenTheProgramIsKilled(@TempDir Path folder) throws Exception {
        try (FileDatabase database = new FileDatabase();
                IntercomSandbox sandbox = IntercomSandbox.start(SandboxSettings.defaults()
                        .withContacts(5)
                        .withTeammates(12)
                        .withCallsPerWindow(1_000_000)
                        .withScimToken(ProvisioningBed.SCIM_TOKEN))) {
            sandbox.features().set(Features.TEAM_WRITES, true);
            Home home = home(folder, sandbox, database);
            for (int moment : MOMENTS) {
                killed(home, sandbox, moment);
            }
            try (Child last = home.start("run")) {
                last.whenSaid("The bridge is ready", 1).when(() -> !eic(home).goesOn());
                last.kill();
            }
            eachEndedAsItShould(database.store());
            assertThat(effects(sandbox)).isEqualTo(expected());
        }
    }

    private void killed(Home home, IntercomSandbox sandbox, int moment) {
        sandbox.traffic().reset();
        sandbox.faults().add(Fault.of(FaultKind.DONE_SLOW).after(moment).withDelay(Duration.ofSeconds(60)));
        try (Child child = home.start("run")) {
            child.whenSaid("The bridge is ready", 1);
            List<NewRequest> now = Stream.concat(DEEDS.stream(), DEEDS.stream())
                    .map(deed -> deed.in(sandbox))
                    .toList();
            now.forEach(one -> assertThat(eic(home).ask(one)).isIn(200, 202));
            asked.addAll(now);
            child.when(() -> sandbox.traffic().mostAtOnce() >= WORKERS / 2);
            child.kill();
        }
        sandbox.faults().clear();
    }

    /** Every request has its outcome, and every attempt of it. */
    private void eachEndedAsItShould(Store store) {
        List<ProvisioningRequest> requests =
                store.read(handle -> new RequestList().list(handle, RequestQuery.newest(10_000)));
        assertThat(requests).hasSameSizeAs(asked).allSatisfy(request -> assertThat(request.state())
                .as(request.reason())
                .isIn(RequestState.SUCCEEDED, RequestState.QUEUED, RequestState.REJECTED));
        assertThat(requests.stream().filter(request -> request.state() == RequestState.REJECTED))
                .hasSize(TIMES)
                .allMatch(request -> request.reason().contains("somebody else's"));
        assertThat(requests.stream().filter(request -> request.state() == RequestState.QUEUED))
                .hasSize(TIMES);
        Map<String, Long> outcomes = store.read(KilledWithRequestsTest::outcomes);
        assertThat(outcomes).doesNotContainKey("none");
        assertThat(outcomes.get("interrupted")).isGreaterThanOrEqualTo(MOMENTS.size() * WORKERS / 2L);
    }

    private static Map<String, Long> outcomes(Handle handle) {
        return handle.createQuery("select coalesce(outcome, 'none') as word, count(*) as many from attempts group by 1")
                .setMapKeyColumn("word")
                .setMapValueColumn("many")
                .collectInto(new GenericType<Map<String, Long>>() {});
    }

    private static Map<String, Integer> effects(IntercomSandbox sandbox) {
        Map<String, Integer> effects = new TreeMap<>(sandbox.effects().byKind());
        effects.keySet().removeIf(kind -> kind.endsWith("_again"));
        return effects;
    }

    private static Map<String, Integer> expected() {
        Map<String, Integer> expected = new TreeMap<>(ONCE);
        SINGLE.forEach(kind -> expected.put(kind, TIMES));
        SEVERAL.forEach((kind, times) -> expected.put(kind, TIMES * times));
        return expected;
    }

    private static AskedOverHttp eic(Home home) {
        return new AskedOverHttp(home.settings().get("bridge.port"));
    }

    private static Home home(Path folder, IntercomSandbox sandbox, FileDatabase database) {
        return Home.in(
                folder,
                Map.ofEntries(
                        Map.entry("intercom.url", sandbox.url().toString()),
                        Map.entry("intercom.access-token", "a-token"),
                        Map.entry("intercom.scim-url", sandbox.scimUrl().toString()),
                        Map.entry("intercom.scim-token", ProvisioningBed.SCIM_TOKEN),
                        Map.entry("intercom.preview", "true"),
                        Map.entry("teammates.role-groups", "Support Agent=Support Agent"),
                        Map.entry("contacts.remove", "delete"),
                        Map.entry("provisioning.workers", Integer.toString(WORKERS)),
                        Map.entry("provisioning.wait", "0s"),
                        Map.entry("provisioning.ladder", "1s,1s,1s,1s,1s,1s,1s,1s,1s,1s"),
                        Map.entry("provisioning.retry.cron", "* * * * * ?"),
                        Map.entry("provisioning.limit.per-hour", "100000"),
                        Map.entry("queue-items.search-lag", "1s"),
                        Map.entry("webhooks.contacts-sweep", "3600000"),
                        Map.entry("webhooks.teammates-sweep", "3600000"),
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
