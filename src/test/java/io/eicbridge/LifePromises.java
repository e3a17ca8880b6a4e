package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Demands at a quiet point of a life that the directory says what Intercom says, as far as each kind of import promises. */
final class LifePromises {
    private static final Pattern NAME = Pattern.compile("\"DISPLAYNAME\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final List<String> TYPES = List.of("Tag", "Company", "Segment");
    private final TestBed bed;
    private final RandomLife life;
    private final LifeTrace trace;

    LifePromises(TestBed bed, RandomLife life, LifeTrace trace) {
        this.bed = bed;
        this.life = life;
        this.trace = trace;
    }

    void check() {
        life.calm();
        complete("incremental");
        life.settle();
        Truth truth = bed.truth("contacts");
        sameWhereTold(truth, bed.served("contacts"));
        sameAfterIncremental(truth, bed.served("contacts"));
        sameAfterADay(truth);
        complete("full");
        life.settle();
        Served served = bed.served("contacts");
        SameAsIntercom.heldAs(truth, served);
        sameNames(served, truth, id -> true);
        life.everythingIsRead();
    }

    /** A contact whose last change a notification told of is as Intercom has it, with all that it holds. */
    private void sameWhereTold(Truth truth, Served served) {
        Predicate<String> told = id -> !life.untold().contains(id);
        assertThat(those(served.active(), told)).as("told").isEqualTo(those(truth.accounts(), told));
        sameNames(served, truth, told);
        for (String type : TYPES) {
            SameAsIntercom.same(
                    type + ", told",
                    those(served.held(type), link -> told.test(account(link)) && remains(link)),
                    those(truth.held(type), link -> told.test(account(link))));
        }
    }

    /** Every change that moved {@code updated_at} is there; who came back without one waits for a full import or a notification. */
    private void sameAfterIncremental(Truth truth, Served served) {
        TreeSet<String> seen = truth.accounts();
        seen.removeAll(life.cameBack());
        assertThat(served.active()).containsAll(seen);
        sameNames(served, truth, seen::contains);
    }

    /** Members of tags and segments are read by turns, each within a day; that a tag is deleted is told by a full import. */
    private void sameAfterADay(Truth truth) {
        for (int quarter = 0; quarter < 5; quarter++) {
            life.wait(Duration.ofHours(6).plusMinutes(10));
            complete("incremental");
        }
        Served served = bed.served("contacts");
        TreeSet<String> live = truth.accounts();
        live.removeAll(life.cameBack());
        for (String type : List.of("Tag", "Segment")) {
            SameAsIntercom.same(
                    type,
                    those(served.held(type), link -> live.contains(account(link)) && remains(link)),
                    those(truth.held(type), link -> live.contains(account(link))));
        }
    }

    private boolean remains(String link) {
        return !life.deleted().contains(link.substring(link.indexOf(' ') + 1));
    }

    private static String account(String link) {
        return link.substring(0, link.indexOf(' '));
    }

    private static TreeSet<String> those(TreeSet<String> all, Predicate<String> which) {
        return all.stream().filter(which).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void sameNames(Served served, Truth truth, Predicate<String> which) {
        for (String id : those(truth.accounts(), which)) {
            String name = Truth.text(truth.account(id), "name");
            if (!name.isEmpty()) {
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
    void complete(String mode) {
        long before = newestRun();
        String outcome = "";
        for (int turn = 0; turn < 6 && !outcome.equals("complete"); turn++) {
            long run = bed.begin("contacts", mode, false);
            JsonNode ended = bed.ended(run);
            boolean held = "held".equals(ended.path("state").asText());
            JsonNode report = held ? bed.approve(run) : ended.path("report");
            boolean asked = mode.equals(report.path("mode").asText()) && run > before;
            outcome = asked ? report.path("outcome").asText() : "another run: " + report;
            trace.say("at the quiet point, run " + run + ": " + report);
        }
        assertThat(outcome).isEqualTo("complete");
    }

    private long newestRun() {
        return bed.store().read(handle -> handle.createQuery("select coalesce(max(run), 0) from runs")
                .mapTo(Long.class)
                .one());
    }
}
