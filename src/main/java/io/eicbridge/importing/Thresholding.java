package io.eicbridge.importing;

import io.eicbridge.dialect.Limit;
import io.eicbridge.dialect.Thresholds;
import java.util.Map;
import java.util.Objects;

/** Holds a run whose changes are more than its thresholds allow, before any of them is published. */
final class Thresholding {
    private Thresholding() {}

    /** What was known before a run: counts by the names of the tally. */
    interface Known {
        /** How many active accounts ({@code accounts}), entitlements or memberships of a type there were. */
        long count(String what);
    }

    static void hold(LiveRun run, Tally tally, boolean firstImport, Known known) {
        Thresholds limits = run.source().parameters().thresholds();
        check(run, "accounts", "gone", tally, known, limits.accountRemovals());
        each(run, "entitlements", "gone", tally, known, limits.entitlementRemovals());
        each(run, "memberships", "gone", tally, known, limits.membershipRemovals());
        if (!firstImport) {
            check(run, "accounts", "created", tally, known, limits.accountCreations());
            each(run, "entitlements", "created", tally, known, limits.entitlementCreations());
            each(run, "memberships", "created", tally, known, limits.membershipCreations());
        }
    }

    private static void each(
            LiveRun run, String what, String change, Tally tally, Known known, Map<String, Limit> limits) {
        limits.forEach((type, limit) -> check(run, what + "." + type, change, tally, known, limit));
    }

    private static void check(LiveRun run, String what, String change, Tally tally, Known known, Limit limit) {
        long affected = tally.of(what + "." + change);
        if (affected > 0 && !limit.equals(Limit.NONE) && limit.isExceededBy(affected, known.count(what))) {
            run.findings()
                    .hold(affected + " " + what + " are " + change + ", more than the threshold allows (" + words(limit)
                            + ").");
        }
    }

    static String words(Limit limit) {
        String absolute = limit.absolute() == null ? "" : limit.absolute().toString();
        String percent = limit.percent() == null ? "" : limit.percent() + " %";
        return absolute + (absolute.isEmpty() || percent.isEmpty() ? "" : " or ") + Objects.toString(percent);
    }
}
