package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.MembershipPages;
import io.eicbridge.directory.Pin;
import io.eicbridge.directory.Publications;
import io.eicbridge.journal.Run;
import io.eicbridge.journal.RunState;
import io.eicbridge.journal.Runs;
import io.eicbridge.journal.Slice;
import io.eicbridge.journal.Slices;
import io.eicbridge.sandbox.IntercomSandbox;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.workspace.Census;
import io.eicbridge.sandbox.workspace.Holding;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;

/** Kills the program at one point after the other of the same run; each start goes on from the last page that was stored. */
class KillAndResumeTest {
    private static final int CONTACTS = 6_000;
    private static final int READERS = 4;
    /** A stored page: rows of its slice so far, the slice, and its kind. */
    private static final Pattern STORED =
            Pattern.compile("A page is stored, (\\d+) rows so far.*\\[slice=(\\d+) kind=(\\w+)]");

    private static final String SEARCHED = "A page is stored.*kind=(CONTACTS_SEARCH|SEGMENT_MEMBERS)";
    private static final String CONFIRMED = "An answer is stored.*kind=CONFIRM_ACCOUNT";

    @BothDatabases
    void aRunThatIsKilledAgainAndAgainLosesNothingAndStoresNothingTwice(Database database, @TempDir Path folder)
            throws Exception {
        try (IntercomSandbox sandbox = IntercomSandbox.start(
                SandboxSettings.defaults().withContacts(CONTACTS).withLatency(Duration.ofMillis(25)))) {
            Sessions sessions = new Sessions(home(folder, sandbox, database), sandbox, database);
            firstImport(sessions, sandbox);
            sessions.agreesWith(sandbox.census());

            List<String> archived = archive(sandbox, database);
            importWithAbsences(sessions, sandbox);
            sessions.agreesWith(sandbox.census());
            assertThat(sessions.report().path("accounts").path("gone").asInt()).isEqualTo(archived.size());
        }
    }

    private static void firstImport(Sessions sessions, IntercomSandbox sandbox) {
        sessions.killedWhen((child, calls) -> calls >= 12);
        sessions.killedWhen(
                (child, calls) -> child.lines("kind=CONTACTS_SEARCH").size() >= 9);
        sessions.killedWhen((child, calls) -> child.lines("kind=COMPANIES").size() >= 1);
        sandbox.controls().clockOffset(Duration.ofMinutes(2)); // the scroll of a dead process expires
        sessions.killedWhen(
                (child, calls) -> child.lines("kind=SEGMENT_MEMBERS").size() >= 7);
        sessions.killedWhen((child, calls) -> child.lines("have their numbers").size() >= 1);
        sessions.toTheEnd();
        sessions.countedCalls();
        JsonNode report = sessions.report();
        assertThat(report.path("accounts").path("created").asInt()).isEqualTo(CONTACTS);
        assertThat(report.path("read").asInt()).isEqualTo(CONTACTS);
    }

    private static void importWithAbsences(Sessions sessions, IntercomSandbox sandbox) {
        sessions.newRun();
        long seed = System.nanoTime();
        System.out.println("seed of the random kills: " + seed);
        Random random = new Random(seed);
        int first = 1 + random.nextInt(60);
        sessions.killedWhen((child, calls) -> calls >= first);
        sandbox.controls().clockOffset(Duration.ofMinutes(4));
        sessions.killedWhen((child, calls) -> child.lines(CONFIRMED).size() >= 10);
        sessions.toTheEnd();
    }

    private static List<String> archive(IntercomSandbox sandbox, Database database) {
        Store store = database.reopen();
        List<String> ids = store.read(handle -> handle.createQuery(
                        "select account_id from accounts order by account_id fetch first 40 rows only")
                .mapTo(String.class)
                .list());
        store.close();
        ids.forEach(sandbox.controls()::archive);
        return ids;
    }

    private static Home home(Path folder, IntercomSandbox sandbox, Database database) {
        return Home.in(
                folder,
                Map.ofEntries(
                        Map.entry("intercom.url", sandbox.url().toString()),
                        Map.entry("intercom.access-token", "a-token"),
                        Map.entry("bridge.port", Integer.toString(TestBed.freePort())),
                        Map.entry("bridge.api-token", TestBed.API_TOKEN),
                        Map.entry("directory.url", database.settings().url()),
                        Map.entry("directory.user", database.settings().user()),
                        Map.entry("directory.password", database.settings().password()),
                        Map.entry("import.parallel", Integer.toString(READERS)),
                        Map.entry("import.scroll-retry", "200"),
                        Map.entry("EIC_BRIDGE_LOG", "DEBUG")));
    }

    /** One run over many processes. */
    private static final class Sessions {
        private final Home home;
        private final IntercomSandbox sandbox;
        private final Database database;
        private final Map<Long, Long> acknowledged = new HashMap<>();
        private long run;
        private boolean planned;
        private int kills;
        private String report;

        Sessions(Home home, IntercomSandbox sandbox, Database database) {
            this.home = home;
            this.sandbox = sandbox;
            this.database = database;
        }

        void newRun() {
            run = 0;
            planned = false;
            acknowledged.clear();
        }

        JsonNode report() {
            try {
                return new ObjectMapper().readTree(report);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        /** Starts an import and kills it at this point, told from what it said and from how many calls it made. */
        void killedWhen(BiPredicate<Child, Long> point) {
            long before = sandbox.traffic().total();
            long searches = searches();
            try (Child child = home.start("import", "contacts")) {
                child.when(() -> point.test(child, sandbox.traffic().total() - before));
                child.kill();
                kills++;
                judge(child, searches() - searches);
            }
        }

        void toTheEnd() {
            if (lastKillCameTooLate()) {
                return;
            }
            long searches = searches();
            try (Child child = home.start("import", "contacts", "--report", "json")) {
                assertThat(child.ended()).as(child::said).isZero();
                List<String> lines = child.out().lines().toList();
                report = lines.get(lines.size() - 1);
                judge(child, searches() - searches);
            }
        }

        /** From the last words of a run to its end it may be milliseconds; then there is nothing to go on with. */
        private boolean lastKillCameTooLate() {
            Store store = database.reopen();
            Run last = store.read(
                    handle -> new Runs(Clock.systemUTC()).find(handle, run).orElseThrow());
            store.close();
            report = last.report();
            return last.state() == RunState.COMPLETE;
        }

        private long searches() {
            return sandbox.traffic().answers("POST", "/contacts/search", 200);
        }

        /** What a process told to be stored is there, in the same run; and it read nothing that was stored before it. */
        private void judge(Child child, long searches) {
            child.lines(STORED.pattern()).forEach(line -> {
                Matcher page = STORED.matcher(line);
                assertThat(page.find()).isTrue();
                acknowledged.put(Long.valueOf(page.group(2)), Long.valueOf(page.group(1)));
            });
            long again = searches - child.lines(SEARCHED).size();
            Store store = database.reopen();
            store.inTransaction(handle -> {
                sameRun(handle, child);
                List<Slice> slices = new Slices().all(handle, run);
                keptAllOf(slices, child);
                if (planned) {
                    // each reader stores a page and fetches the next one
                    assertThat(again).as(child::said).isLessThanOrEqualTo(2 * READERS + segments());
                }
                planned = !slices.isEmpty();
                endTheLease(handle, child);
                return null;
            });
            store.close();
        }

        private int segments() {
            return sandbox.census().holders().get(Holding.SEGMENT).size() + 1;
        }

        /** A kill loses no more calls than were under way: those of the readers, and of the plan that was not stored yet. */
        void countedCalls() {
            long made = sandbox.traffic().total();
            assertThat(report().path("requests").asLong()).isBetween(made - kills * 4L * READERS, made);
        }

        private void sameRun(Handle handle, Child child) {
            Run newest = new Runs(Clock.systemUTC()).list(handle, "contacts", 1).get(0);
            assertThat(run == 0 || run == newest.run()).as(child::said).isTrue();
            run = newest.run();
        }

        private void keptAllOf(List<Slice> slices, Child child) {
            Map<Long, Long> stored = new HashMap<>();
            slices.forEach(slice -> stored.put(slice.slice(), slice.read()));
            acknowledged.forEach((slice, rows) ->
                    assertThat(stored.get(slice)).as(child::said).isGreaterThanOrEqualTo(rows));
        }

        /** The first process after a kill waits for the lease, all others are spared that. */
        private void endTheLease(Handle handle, Child child) {
            if (planned) {
                handle.execute("delete from leases");
            }
        }

        /** Everything is there, once. */
        void agreesWith(Census census) {
            Store store = database.reopen();
            store.inTransaction(handle -> {
                Run ended = new Runs(Clock.systemUTC()).find(handle, run).orElseThrow();
                assertThat(ended.state()).isEqualTo(RunState.COMPLETE);
                rowsWereReadOnce(new Slices().all(handle, run), census);
                Pin pin = new Publications().current(handle, "contacts").orElseThrow();
                assertThat(new Accounts().countActive(handle, "contacts")).isEqualTo(census.contacts());
                MembershipPages memberships = new MembershipPages();
                Function<String, Long> held = type -> memberships.count(handle, pin, type);
                assertThat(held.apply("Tag")).isEqualTo(census.memberships(Holding.TAG));
                assertThat(held.apply("Company")).isEqualTo(census.memberships(Holding.COMPANY));
                assertThat(held.apply("Segment")).isEqualTo(census.memberships(Holding.SEGMENT));
                return null;
            });
            store.close();
        }

        private static void rowsWereReadOnce(List<Slice> slices, Census census) {
            assertThat(slices).allMatch(Slice::done);
            assertThat(rows(slices, "contacts-search")).isEqualTo(census.contacts());
            assertThat(rows(slices, "segment-members")).isEqualTo(census.memberships(Holding.SEGMENT));
        }

        private static long rows(List<Slice> slices, String kind) {
            return slices.stream()
                    .filter(slice -> slice.kind().equals(kind))
                    .mapToLong(Slice::read)
                    .sum();
        }
    }
}
