package io.eicbridge;

import io.eicbridge.failure.Rejected;
import io.eicbridge.flow.RouteSelection;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** The runs of a life, and how they are interrupted. */
final class LifeRuns {
    private static final int CALLS = 40;
    private final TestBed bed;
    private final Random random;
    private final News news;
    private final LifeTrace trace;

    LifeRuns(TestBed bed, Random random, News news, LifeTrace trace) {
        this.bed = bed;
        this.random = random;
        this.news = news;
        this.trace = trace;
    }

    void run(String mode) {
        try {
            trace.say(mode + " " + bed.ended(bed.begin("contacts", mode, false)));
        } catch (Rejected refused) {
            trace.say(mode + " refused: " + refused.getMessage());
        }
    }

    /** One contact now; whatever is wrong with it is told by a refusal or the outcome. */
    void one(String contact) {
        try {
            var report = bed.one(contact);
            trace.say("one " + contact + " " + report);
            if ("complete".equals(report.path("outcome").asText())) {
                news.told(contact);
            }
        } catch (Rejected refused) {
            trace.say("one " + contact + " refused: " + refused.getMessage());
        }
    }

    /** A stop that lets the run end after its page. */
    void stopInTheMidst() {
        long calls = bed.sandbox().traffic().total() + random.nextInt(CALLS);
        begin(random.nextBoolean() ? "full" : "incremental", calls);
        bed.start(RouteSelection.ALL);
    }

    /** A kill while a run works; each start goes on from what the database holds. */
    void killInTheMidst() {
        long calls = bed.sandbox().traffic().total() + random.nextInt(CALLS);
        begin(random.nextBoolean() ? "full" : "incremental", calls);
        killAndStart();
    }

    /** A kill while contacts are read that notifications told of. */
    void killWhileHintsAreRead(List<String> contacts) {
        long calls = bed.sandbox().traffic().total() + random.nextInt(CALLS);
        contacts.forEach(contact -> news.certainly("contact.user.updated", contact));
        until(calls, () -> hints() == 0);
        killAndStart();
    }

    private void killAndStart() {
        trace.say("   killed");
        bed.kill();
        bed.start(RouteSelection.ALL);
    }

    private void begin(String mode, long calls) {
        try {
            long run = bed.begin("contacts", mode, false);
            trace.say(mode + " run " + run + " begins");
            until(calls, () -> !"running".equals(bed.state(run)));
        } catch (Rejected refused) {
            trace.say(mode + " refused: " + refused.getMessage());
        }
    }

    private void until(long calls, BooleanSupplier ended) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> bed.sandbox().traffic().total() >= calls || ended.getAsBoolean());
    }

    /** All that notifications and the feed told of is read. */
    void settle() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> hints() == 0);
    }

    private long hints() {
        return bed.store().read(handle -> handle.createQuery("select count(*) from hints")
                .mapTo(Long.class)
                .one());
    }
}
