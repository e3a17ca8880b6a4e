package io.eicbridge.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;

/** Writes what came of a run: the report on standard output, and who is affected. */
record ImportOutcome(PrintWriter out, PrintWriter err, ReportFormat format) {

    /** Writes the run and answers the exit code; a JSON report is the last line on standard output. */
    int print(ObjectNode progress) {
        ImportReport report = ImportReport.of(progress);
        PrintWriter side = format == ReportFormat.JSON ? err : out;
        if (format == ReportFormat.TEXT) {
            out.println(report.text());
        }
        if (report.exitCode() == ExitCode.HELD || report.dryRun()) {
            affected(new Affected(progress), report, side);
        }
        side.flush();
        if (format == ReportFormat.JSON) {
            out.println(report.json());
        }
        out.flush();
        return report.exitCode();
    }

    private static void affected(Affected affected, ImportReport report, PrintWriter side) {
        side.println();
        side.print(affected.text());
        if (report.exitCode() == ExitCode.HELD && !report.dryRun()) {
            side.println();
            side.println(affected.approval());
        }
    }
}
