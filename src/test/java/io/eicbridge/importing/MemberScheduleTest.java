package io.eicbridge.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.importing.MemberSchedule.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemberScheduleTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-11-24T00:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final IncrementalSettings SETTINGS =
            new IncrementalSettings(Duration.ofMinutes(10), 500, Duration.ofHours(24));

    @Test
    void readsNothingWhoseCountStayedWithinTheFirstHalfOfTheDay() {
        assertThat(due(Duration.ofHours(11), still("a", 1_000), still("b", 10))).isEmpty();
    }

    @Test
    void readsWhatMovedWithTheNextRun() {
        assertThat(due(QUARTER, moved("a", 1_000), still("b", 10))).containsExactly("a");
    }

    @Test
    void readsWhatMovedInTurnsWhereOneRunMayNotReadItAll() {
        assertThat(due(QUARTER, moved("a", 60_000), moved("b", 60_000), moved("c", 100)))
                .containsExactly("a", "c");
    }

    @Test
    void aLargeSegmentThatMovesAllTheTimeWaitsForSoManyRunsAsItHasAllowances() {
        assertThat(due(QUARTER.multipliedBy(9), moved("large", 750_000))).isEmpty();
        assertThat(due(QUARTER.multipliedBy(10), moved("large", 750_000))).containsExactly("large");
    }

    @Test
    void whatWouldBeTooLateWithTheNextRunIsReadWhateverItCosts() {
        assertThat(due(Duration.ofHours(24).minus(QUARTER), still("a", 500_000), still("b", 500_000)))
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void everyEntitlementComesWithinADayAndNoRunIsFlooded() {
        List<Candidate> all = new ArrayList<>(IntStream.range(0, 30)
                .mapToObj(nth -> still("e" + nth, 40_000 + 1_000L * nth))
                .toList());
        long pages = all.stream().mapToLong(Candidate::pages).sum();
        for (int run = 1; run <= 4 * 24 * 3; run++) {
            Instant now = MIDNIGHT.plus(QUARTER.multipliedBy(run));
            List<Candidate> due = new MemberSchedule(SETTINGS, now, QUARTER).due(all);
            assertThat(due.stream().mapToLong(Candidate::pages).sum()).isLessThan(pages / 10);
            due.forEach(one -> {
                all.remove(one);
                all.add(new Candidate(one.kind(), one.id(), one.members(), false, now));
            });
            assertThat(all).allMatch(one -> Duration.between(one.readAt(), now).compareTo(SETTINGS.reread()) <= 0);
        }
    }

    private static List<String> due(Duration since, Candidate... all) {
        return new MemberSchedule(SETTINGS, MIDNIGHT.plus(since), QUARTER)
                .due(List.of(all)).stream().map(Candidate::id).toList();
    }

    private static Candidate still(String id, long members) {
        return new Candidate(SliceKind.TAG_MEMBERS, id, members, false, MIDNIGHT);
    }

    private static Candidate moved(String id, long members) {
        return new Candidate(SliceKind.SEGMENT_MEMBERS, id, members, true, MIDNIGHT);
    }
}
