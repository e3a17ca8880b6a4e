package io.eicbridge;

import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.sandbox.workspace.Controls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.awaitility.Awaitility;

/** One workspace's life, a step at a time, decided by chance. */
final class RandomLife {
    private static final List<FaultKind> FAULTS = List.of(
            FaultKind.STATUS,
            FaultKind.DROPPED,
            FaultKind.TRUNCATED,
            FaultKind.EMPTY,
            FaultKind.ENDS_EARLY,
            FaultKind.SCROLL_LOST);
    private static final List<String> PATHS = List.of("*", "/contacts*", "/companies/scroll", "/segments", "/tags");
    private final TestBed bed;
    private final Random random;
    private final List<String> live;
    private final List<String> archived = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final List<String> companies = new ArrayList<>();
    private final TreeSet<String> cameBack = new TreeSet<>();
    private final TreeSet<String> deletedTags = new TreeSet<>();
    private final TreeMap<Integer, Runnable> steps = new TreeMap<>();
    private Duration time = Duration.ZERO;
    private int weights;
    private int made;

    RandomLife(TestBed bed, Random random) {
        this.bed = bed;
        this.random = random;
        this.live = new ArrayList<>(bed.truth("contacts").accounts());
        this.tags.add(controls().createTag("by chance"));
        this.companies.add(controls().createCompany("by-chance", "By Chance"));
        contacts();
        entitlements();
        others();
    }

    private void contacts() {
        step(300, () -> controls().updateContact(one(live), Map.of("name", "Name " + ++made)));
        step(100, () -> live.add(controls().createContact(Map.of("role", "user", "external_id", "made-" + ++made))));
        step(25, () -> live.add(controls().createContact(Map.of("role", "lead", "name", "Lead " + ++made))));
        step(30, this::archive);
        step(30, this::unarchive);
        step(20, this::delete);
        step(20, this::merge);
    }

    private void entitlements() {
        step(120, () -> controls().tag(one(live), one(tags)));
        step(80, () -> controls().untag(one(live), one(tags)));
        step(60, () -> controls().attach(one(live), one(companies)));
        step(40, () -> controls().detach(one(live), one(companies)));
        step(12, () -> tags.add(controls().createTag("Tag " + ++made)));
        step(8, () -> controls().renameTag(one(tags), "Renamed " + ++made));
        step(8, () -> companies.add(controls().createCompany("made-" + ++made, "Company " + made)));
        step(4, this::deleteTag);
    }

    private void others() {
        step(80, () -> wait(Duration.ofSeconds(random.nextInt(2_400))));
        step(6, () -> wait(Duration.ofHours(random.nextInt(9))));
        step(12, this::fault);
        step(14, () -> bed.ended(bed.begin("contacts", "incremental", false)));
        step(4, () -> bed.ended(bed.begin("contacts", "full", false)));
        step(3, this::stopInTheMidst);
    }

    private void step(int weight, Runnable step) {
        weights += weight;
        steps.put(weights, step);
    }

    void step() {
        steps.higherEntry(random.nextInt(weights)).getValue().run();
    }

    /** Contacts that were archived and are not any more, which moves no time of theirs. */
    TreeSet<String> cameBack() {
        return cameBack;
    }

    TreeSet<String> deletedTags() {
        return deletedTags;
    }

    void everythingIsRead() {
        cameBack.clear();
    }

    /** No faults, and everything can be found. */
    void calm() {
        bed.sandbox().faults().clear();
        wait(Duration.ofMinutes(7));
    }

    void wait(Duration more) {
        time = time.plus(more);
        controls().clockOffset(time);
    }

    private void archive() {
        String contact = taken(live);
        controls().archive(contact);
        archived.add(contact);
    }

    private void unarchive() {
        if (!archived.isEmpty()) {
            String contact = taken(archived);
            controls().unarchive(contact);
            live.add(contact);
            cameBack.add(contact);
        }
    }

    private void delete() {
        controls().delete(taken(live));
    }

    private void merge() {
        String from = taken(live);
        controls().merge(from, one(live));
    }

    private void deleteTag() {
        if (tags.size() > 1) {
            String tag = taken(tags);
            controls().deleteTag(tag);
            deletedTags.add(tag);
        }
    }

    private void fault() {
        FaultKind kind = one(FAULTS);
        bed.sandbox()
                .faults()
                .add(Fault.of(kind).on(one(PATHS)).after(random.nextInt(6)).times(1 + random.nextInt(3)));
    }

    /** A run that a stop interrupts somewhere; the routes are started anew. */
    private void stopInTheMidst() {
        long calls = bed.sandbox().traffic().total() + random.nextInt(12);
        long run = bed.begin("contacts", random.nextBoolean() ? "full" : "incremental", false);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .until(() -> bed.sandbox().traffic().total() >= calls || !"running".equals(bed.state(run)));
        bed.start();
    }

    private Controls controls() {
        return bed.sandbox().controls();
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> T taken(List<T> list) {
        return list.remove(random.nextInt(list.size()));
    }
}
