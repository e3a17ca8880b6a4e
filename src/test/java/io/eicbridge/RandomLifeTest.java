package io.eicbridge;

import io.eicbridge.flow.RouteSelection;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/**
 * Lives a workspace's life by chance, with imports of all kinds, notifications, faults, stops and kills in between, and demands at each
 * quiet point that the directory says what Intercom says, as far as each kind of import promises. The printed seed repeats the life:
 * {@code -Dlife.seed=… -Dlife.steps=…}.
 */
class RandomLifeTest {
    private static final Instant START = Instant.parse("2026-11-24T20:00:00Z");
    private static final List<String> ZONES = List.of("Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata");
    private static final int STEPS = Integer.getInteger("life.steps", 1_050);
    private static final int QUIET = 150;
    private static final String NEVER = "0 0 0 1 1 ? 2099";

    @BothDatabases
    void theDirectoryAgreesWithIntercomAtEachQuietPoint(Database database) {
        long seed = Long.getLong("life.seed", System.nanoTime());
        System.out.println("seed of the random life: " + seed);
        LifeTrace trace = new LifeTrace();
        Random random = new Random(seed);
        LifeClock clock = new LifeClock(START);
        try (TestBed bed = bed(database, random).under(clock).start(RouteSelection.ALL)) {
            bed.fullImport("contacts");
            live(bed, new RandomLife(bed, random, clock, trace), trace);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("-Dlife.seed=" + seed + " -Dlife.steps=" + STEPS + "\n" + trace, e);
        }
    }

    private static void live(TestBed bed, RandomLife life, LifeTrace trace) {
        LifePromises promises = new LifePromises(bed, life, trace);
        for (int step = 1; step <= STEPS; step++) {
            life.step();
            if (step % QUIET == 0) {
                promises.check();
            }
        }
    }

    private static TestBed bed(Database database, Random random) {
        SandboxSettings settings = SandboxSettings.defaults()
                .withContacts(80)
                .withCompanies(12)
                .withCallsPerWindow(1_000_000)
                .withIndexLag(Duration.ofMinutes(random.nextInt(6)))
                .withWorkspaceZone(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))))
                .withClock(Clock.fixed(START, ZoneOffset.UTC));
        return TestBed.of(settings, database)
                .with("intercom.api-version", random.nextBoolean() ? "2.16" : "2.17")
                .with("intercom.client-secret", Notifier.SECRET)
                .with("webhooks.contacts-sweep", "50")
                .with("contacts.activities.sweep", "250")
                .with("contacts.import.full.cron", NEVER)
                .with("contacts.import.incremental.cron", NEVER)
                .with("teammates.import.full.cron", NEVER)
                .with("teammates.import.incremental.cron", NEVER);
    }
}
