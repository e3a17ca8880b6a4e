package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lives a workspace's life by chance, with imports of both kinds, faults and stops in between, and demands at each quiet point that
 * the directory says what Intercom says, as far as each kind of import promises. The printed seed repeats the life:
 * {@code -Dlife.seed=… -Dlife.steps=…}.
 */
class RandomLifeTest {
    private static final Instant START = Instant.parse("2026-11-24T20:00:00Z");
    private static final List<String> ZONES = List.of("Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata");
    private static final Pattern NAME = Pattern.compile("\"DISPLAYNAME\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final int STEPS = Integer.getInteger("life.steps", 1_050);
    private static final int QUIET = 150;

    @BothDatabases
    void theDirectoryAgreesWithIntercomAtEachQuietPoint(Database database) {
        long seed = Long.getLong("life.seed", System.nanoTime());
        System.out.println("seed of the random life: " + seed);
        Random random = new Random(seed);
        SandboxSettings settings = SandboxSettings.defaults()
                .withContacts(80)
                .withCompanies(12)
                .withCallsPerWindow(1_000_000)
                .withIndexLag(Duration.ofMinutes(random.nextInt(6)))
                .withWorkspaceZone(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))))
                .withClock(Clock.fixed(START, ZoneOffset.UTC));
        try (TestBed bed = TestBed.of(settings, database)
                .with("intercom.api-version", random.nextBoolean() ? "2.16" : "2.17")
                .start()) {
            live(bed, random);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("-Dlife.seed=" + seed + " -Dlife.steps=" + STEPS, e);
        }
    }

    private static void live(TestBed bed, Random random) {
        complete(bed, "full");
        RandomLife life = new RandomLife(bed, random);
        for (int step = 1; step <= STEPS; step++) {
            life.step();
            if (step % QUIET == 0) {
                life.calm();
                sameAfterIncremental(bed, life);
                sameAfterADay(bed, life);
                complete(bed, "full");
                life.everythingIsRead();
                SameAsIntercom.heldAsInIntercom(bed);
                sameNames(bed, bed.truth("contacts"), new TreeSet<>());
            }
        }
    }

    /** Every change that moved {@code updated_at} is there; who came back without one waits for a full import or a notification. */
    private static void sameAfterIncremental(TestBed bed, RandomLife life) {
        complete(bed, "incremental");
        Truth truth = bed.truth("contacts");
        TreeSet<String> seen = truth.accounts();
        seen.removeAll(life.cameBack());
        assertThat(bed.served("contacts").active()).containsAll(seen);
        sameNames(bed, truth, life.cameBack());
    }

    /** Members of tags and segments are read by turns, each within a day; that a tag is deleted is told by a full import. */
    private static void sameAfterADay(TestBed bed, RandomLife life) {
        for (int quarter = 0; quarter < 5; quarter++) {
            life.wait(Duration.ofHours(6).plusMinutes(10));
            complete(bed, "incremental");
        }
        Truth truth = bed.truth("contacts");
        Served served = bed.served("contacts");
        TreeSet<String> live = truth.accounts();
        live.removeAll(life.cameBack());
        for (String type : List.of("Tag", "Segment")) {
            TreeSet<String> told = of(served.held(type), live);
            told.removeIf(one -> life.deletedTags().contains(one.substring(one.indexOf(' ') + 1)));
            SameAsIntercom.same(type, told, of(truth.held(type), live));
        }
    }

    private static TreeSet<String> of(TreeSet<String> memberships, TreeSet<String> accounts) {
        return memberships.stream()
                .filter(one -> accounts.contains(one.substring(0, one.indexOf(' '))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void sameNames(TestBed bed, Truth truth, TreeSet<String> without) {
        Served served = bed.served("contacts");
        for (String id : truth.accounts()) {
            String name = Truth.text(truth.account(id), "name");
            if (!without.contains(id) && !name.isEmpty()) {
                assertThat(name(served, id)).as(id).isEqualTo(name);
            }
        }
    }

    private static String name(Served served, String id) {
        Matcher name = NAME.matcher(served.accounts().get(id).attributes());
        return name.find() ? name.group(1) : "";
    }

    /**
     * Runs until a run of that kind, begun from now on, is published: an interrupted one goes on first, and tells of accounts that
     * it had read what they were then. A held one is approved.
     */
    private static void complete(TestBed bed, String mode) {
        long before = newestRun(bed);
        String outcome = "";
        for (int turn = 0; turn < 6 && !outcome.equals("complete"); turn++) {
            long run = bed.begin("contacts", mode, false);
            JsonNode ended = bed.ended(run);
            boolean held = "held".equals(ended.path("state").asText());
            JsonNode report = held ? bed.approve(run) : ended.path("report");
            boolean asked = mode.equals(report.path("mode").asText()) && run > before;
            outcome = asked ? report.path("outcome").asText() : "another run: " + report;
        }
        assertThat(outcome).isEqualTo("complete");
    }

    private static long newestRun(TestBed bed) {
        return bed.store().read(handle -> handle.createQuery("select coalesce(max(run), 0) from runs")
                .mapTo(Long.class)
                .one());
    }
}
