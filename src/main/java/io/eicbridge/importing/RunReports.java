package io.eicbridge.importing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.directory.Accounts;
import io.eicbridge.journal.Run;
import io.eicbridge.journal.RunState;
import io.eicbridge.journal.Runs;
import io.eicbridge.journal.Slices;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** Writes the report of a run: one JSON object with its counts, outcome and reason. */
public final class RunReports {
    private final Runs runs;
    private final Slices slices;
    private final Accounts accounts;
    private final Clock clock;

    /** Reports from this journal. */
    public RunReports(Runs runs, Slices slices, Accounts accounts, Clock clock) {
        this.runs = runs;
        this.slices = slices;
        this.accounts = accounts;
        this.clock = clock;
    }

    ObjectNode of(Handle handle, LiveRun run, RunState outcome, String reason) {
        Run journal = runs.find(handle, run.getId()).orElseThrow();
        Tally tally = run.findings().tally() == null
                ? new Tally(slices.tally(handle, run.getId()))
                : run.findings().tally();
        long read = read(handle, run, tally);
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("run", run.getId());
        report.put("endpoint", run.getEndpoint());
        report.put("mode", run.order().mode().word());
        report.put("outcome", outcome.word());
        report.put("read", read);
        report.set(
                "accounts",
                accounts(
                        tally,
                        read - tally.of("accounts.rejected"),
                        run.findings().unasked()));
        report.set("entitlements", changes(tally, "entitlements."));
        report.set("memberships", changes(tally, "memberships."));
        report.put("rejected", tally.sum("", ".rejected"));
        report.put("cut", tally.of("values.cut"));
        report.put("requests", journal.requests());
        report.put("seconds", seconds(journal));
        report.put("reason", reason);
        return report;
    }

    /** Distinct accounts that a full run read; of another one the records, among them a few that came twice. */
    private long read(Handle handle, LiveRun run, Tally tally) {
        if (run.isIncremental() || run.isTargeted()) {
            return tally.of(AccountStore.READ);
        }
        long distinct =
                run.dry() ? run.sightings().distinct() : accounts.countSeen(handle, run.getEndpoint(), run.getId());
        return distinct + tally.of(RefusedRecords.UNKNOWN_ACCOUNTS);
    }

    private static ObjectNode accounts(Tally tally, long mapped, long unasked) {
        long created = tally.of("accounts.created");
        long changed = tally.of("accounts.changed");
        return JsonNodeFactory.instance
                .objectNode()
                .put("created", created)
                .put("changed", changed)
                .put("unchanged", Math.max(0, mapped - created - changed))
                .put("gone", tally.of("accounts.gone") + unasked)
                .put("missed", tally.of("accounts.missed"))
                .put("disabled", tally.of("accounts.disabled"))
                .put("reactivated", tally.of("accounts.reactivated"));
    }

    private static ObjectNode changes(Tally tally, String what) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("created", tally.sum(what, ".created"))
                .put("changed", tally.sum(what, ".changed"))
                .put("unchanged", tally.sum(what, ".unchanged"))
                .put("gone", tally.sum(what, ".gone"));
    }

    private double seconds(Run run) {
        return Duration.between(run.startedAt(), clock.instant()).toMillis() / 1000.0;
    }
}
