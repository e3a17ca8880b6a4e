package io.eicbridge.importing;

import io.eicbridge.intercom.Listings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides whose members a run reads again. Every tag and segment comes at least once within the time of the settings, sooner where
 * Intercom counts other than at the last reading; counts only order the readings. The pages are spread over the runs: one whose
 * count moves all the time and that is larger than a run's allowance waits for so many runs as it has allowances of pages.
 */
record MemberSchedule(IncrementalSettings settings, Instant now, Duration sinceLastRun) {
    /** From half of the time on, so that the readings are spread over its other half. */
    private static final int HALF = 2;

    /** An entitlement with so many members; {@code moved} if Intercom counts other than when they were read, or that reading was doubted. */
    record Candidate(SliceKind kind, String id, long members, boolean moved, Instant readAt) {
        long pages() {
            return Math.max(1, (members + Listings.CONTACTS_PER_PAGE - 1) / Listings.CONTACTS_PER_PAGE);
        }
    }

    List<Candidate> due(List<Candidate> all) {
        long allowance = allowance(all);
        List<Candidate> due = new ArrayList<>(all.stream().filter(this::overdue).toList());
        long used = 0;
        for (Candidate one : inTurn(all, allowance)) {
            if (used == 0 || used + one.pages() <= allowance) {
                used += one.pages();
                due.add(one);
            }
        }
        return due;
    }

    private List<Candidate> inTurn(List<Candidate> all, long allowance) {
        return all.stream()
                .filter(one -> !overdue(one) && (half(one) || one.moved() && waited(one, allowance)))
                .sorted(Comparator.comparing(Candidate::moved).reversed().thenComparing(Candidate::readAt))
                .toList();
    }

    /** What the settings allow, or so much that everything comes in time. */
    private long allowance(List<Candidate> all) {
        long pages = all.stream().mapToLong(Candidate::pages).sum();
        double runs = settings.reread().dividedBy(HALF).toMillis()
                / (double) Math.max(1, interval().toMillis());
        return Math.max(settings.memberPages(), (long) Math.ceil(pages / Math.max(1, runs)));
    }

    private Duration interval() {
        Duration most = settings.reread().dividedBy(HALF);
        return sinceLastRun.isNegative() ? Duration.ZERO : sinceLastRun.compareTo(most) > 0 ? most : sinceLastRun;
    }

    private Duration age(Candidate one) {
        return Duration.between(one.readAt(), now);
    }

    /** It would be too late with the next run. */
    private boolean overdue(Candidate one) {
        return age(one).plus(interval()).compareTo(settings.reread()) >= 0;
    }

    private boolean half(Candidate one) {
        return age(one).compareTo(settings.reread().dividedBy(HALF)) >= 0;
    }

    private boolean waited(Candidate one, long allowance) {
        return age(one).toMillis() >= interval().toMillis() * (one.pages() / allowance);
    }
}
