package io.eicbridge;

import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.sandbox.workspace.Controls;
import io.eicbridge.sandbox.workspace.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One workspace's life, a step at a time, decided by chance. */
final class RandomLife {
    private static final List<FaultKind> FAULTS = List.of(
            FaultKind.REFUSED,
            FaultKind.STATUS,
            FaultKind.DROPPED,
            FaultKind.DROPPED_MIDWAY,
            FaultKind.TRUNCATED,
            FaultKind.EMPTY,
            FaultKind.SLOW,
            FaultKind.ENDS_EARLY,
            FaultKind.REPEATS_CURSOR,
            FaultKind.DUPLICATES_PAGE,
            FaultKind.SCROLL_LOST);
    private static final List<String> PATHS =
            List.of("*", "/contacts*", "/contacts/*", "/companies/scroll", "/companies/*", "/segments", "/tags");
    private static final List<String> PLANS = List.of("trial", "free", "enterprise", "pro");
    private final TestBed bed;
    private final Random random;
    private final LifeClock clock;
    private final LifeTrace trace;
    private final News news;
    private final LifeRuns runs;
    private final List<String> live;
    private final List<String> archived = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final List<String> companies = new ArrayList<>();
    private final TreeSet<String> cameBack = new TreeSet<>();
    private final TreeSet<String> deleted = new TreeSet<>();
    private final TreeMap<Integer, Runnable> steps = new TreeMap<>();
    private int weights;
    private int made;

    RandomLife(TestBed bed, Random random, LifeClock clock, LifeTrace trace) {
        this.bed = bed;
        this.random = random;
        this.clock = clock;
        this.trace = trace;
        this.news = new News(bed, random, trace);
        this.runs = new LifeRuns(bed, random, news, trace);
        this.live = new ArrayList<>(bed.truth("contacts").accounts());
        this.tags.add(controls().createTag("by chance"));
        this.companies.add(controls().createCompany("by-chance", "By Chance"));
        contacts();
        entitlements();
        others();
    }

    private void contacts() {
        step(260, "rename", live, this::rename);
        step(40, "plan", live, this::plan);
        step(100, () -> create(Map.of("role", "user", "external_id", "made-" + ++made)));
        step(25, () -> create(Map.of("role", "lead", "name", "Lead " + ++made)));
        step(30, this::archive);
        step(30, this::unarchive);
        step(20, this::delete);
        step(4, this::block);
        step(20, this::merge);
    }

    private void entitlements() {
        step(120, "tag", live, contact -> tag(contact, one(tags)));
        step(80, "untag", live, contact -> untag(contact, one(tags)));
        step(60, "attach", live, contact -> attach(contact, one(companies)));
        step(40, "detach", live, contact -> detach(contact, one(companies)));
        step(30, "segments", live, this::segments);
        step(12, () -> tags.add(controls().createTag("Tag " + ++made)));
        step(8, "rename tag", tags, tag -> controls().renameTag(tag, "Renamed " + ++made));
        step(8, () -> companies.add(controls().createCompany("made-" + ++made, "Company " + made)));
        step(4, this::deleteTag);
        step(3, this::deleteCompany);
    }

    private void others() {
        step(80, () -> wait(Duration.ofSeconds(random.nextInt(2_400))));
        step(6, () -> wait(Duration.ofHours(random.nextInt(9))));
        step(40, news::arriveLate);
        step(14, this::fault);
        step(14, () -> runs.run("incremental"));
        step(4, () -> runs.run("full"));
        step(14, "one", live, runs::one);
        step(2, runs::stopInTheMidst);
        step(4, runs::killInTheMidst);
        step(2, this::killWhileHintsAreRead);
    }

    private void step(int weight, Runnable step) {
        weights += weight;
        steps.put(weights, step);
    }

    private void step(int weight, String name, List<String> from, Consumer<String> step) {
        step(weight, () -> {
            String chosen = one(from);
            trace.say(name + " " + chosen);
            step.accept(chosen);
        });
    }

    void step() {
        trace.next();
        steps.higherEntry(random.nextInt(weights)).getValue().run();
    }

    /** Contacts that were archived and are not any more, which moves no time of theirs. */
    TreeSet<String> cameBack() {
        return cameBack;
    }

    /** Tags and companies that there are no more. */
    TreeSet<String> deleted() {
        return deleted;
    }

    TreeSet<String> untold() {
        return news.untold();
    }

    void everythingIsRead() {
        cameBack.clear();
        news.untold().clear();
        trace.quiet();
    }

    /** No faults, and everything can be found, and what failed is tried again. */
    void calm() {
        bed.sandbox().faults().clear();
        wait(Duration.ofMinutes(70));
    }

    void settle() {
        runs.settle();
    }

    void wait(Duration more) {
        trace.say("wait " + more);
        clock.wait(more, controls());
    }

    private void rename(String contact) {
        controls().updateContact(contact, Map.of("name", "Name " + ++made));
        news.of("contact.user.updated", contact);
    }

    /** Segments are worked out anew by their rules. */
    private void plan(String contact) {
        controls().updateContact(contact, Map.of("custom_attributes.plan", one(PLANS)));
        news.of("contact.user.updated", contact);
    }

    private void create(Map<String, String> values) {
        String contact = controls().createContact(values);
        trace.say("create " + contact);
        live.add(contact);
        news.of("contact.user.created", contact);
    }

    private void archive() {
        String contact = taken(live, "archive");
        controls().archive(contact);
        archived.add(contact);
        news.of("contact.archived", contact);
    }

    private void unarchive() {
        if (!archived.isEmpty()) {
            String contact = taken(archived, "unarchive");
            controls().unarchive(contact);
            live.add(contact);
            cameBack.add(contact);
            news.of("contact.unarchive", contact);
        }
    }

    private void delete() {
        String contact = taken(live, "delete");
        controls().delete(contact);
        news.of("contact.deleted", contact);
    }

    private void block() {
        String contact = taken(live, "block");
        controls().block(contact);
        news.silently(contact);
    }

    private void merge() {
        String from = taken(live, "merge");
        String into = one(live);
        trace.say("   into " + into);
        controls().merge(from, into);
        news.ofMerge(from, into);
    }

    private void tag(String contact, String tag) {
        trace.say("   " + tag);
        controls().tag(contact, tag);
        news.ofPair("contact.user.tag.created", contact, "tag", tag);
    }

    private void untag(String contact, String tag) {
        trace.say("   " + tag);
        controls().untag(contact, tag);
        news.ofPair("contact.user.tag.deleted", contact, "tag", tag);
    }

    private void attach(String contact, String company) {
        trace.say("   " + company);
        controls().attach(contact, company);
        news.ofPair("company.contact.attached", contact, "company", company);
    }

    private void detach(String contact, String company) {
        trace.say("   " + company);
        controls().detach(contact, company);
        news.ofPair("company.contact.detached", contact, "company", company);
    }

    private void segments(String contact) {
        controls()
                .overrideSegments(
                        contact,
                        Stream.of(Segment.values())
                                .filter(segment -> random.nextInt(4) == 0)
                                .map(Segment::id)
                                .collect(Collectors.toSet()));
        news.silently(contact);
    }

    private void deleteTag() {
        if (tags.size() > 1) {
            String tag = taken(tags, "delete tag");
            controls().deleteTag(tag);
            deleted.add(tag);
        }
    }

    private void deleteCompany() {
        if (companies.size() > 1) {
            String company = taken(companies, "delete company");
            controls().deleteCompany(company);
            deleted.add(company);
            news.of("company.deleted", Notifier.item("company", company));
        }
    }

    private void fault() {
        Fault fault = Fault.of(one(FAULTS))
                .on(one(PATHS))
                .withDelay(Duration.ofMillis(50))
                .after(random.nextInt(6))
                .times(1 + random.nextInt(3));
        trace.say(fault.toString());
        bed.sandbox().faults().add(fault);
    }

    private void killWhileHintsAreRead() {
        runs.killWhileHintsAreRead(Stream.generate(() -> one(live)).limit(20).toList());
    }

    private Controls controls() {
        return bed.sandbox().controls();
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String taken(List<String> list, String why) {
        String one = list.remove(random.nextInt(list.size()));
        trace.say(why + " " + one);
        return one;
    }
}
