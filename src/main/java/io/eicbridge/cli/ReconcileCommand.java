package io.eicbridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares the directory with Intercom. */
@Command(
        name = "reconcile",
        description = "Reads an endpoint from Intercom and compares it with what EIC is given, without changing either."
                + " Every difference is looked at twice before it counts. Exit code 0 only if there is none.",
        footer = "  eic-bridge reconcile contacts --limit 20")
final class ReconcileCommand implements Callable<Integer> {
    private static final int PERCENT = 100;
    private final Program program;
    private final CountDownLatch never = new CountDownLatch(1);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ENDPOINT", converter = EndpointName.class, description = "teammates or contacts.")
    private String endpoint;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many differences of each kind are listed; all are counted.")
    private int limit;

    @Option(
            names = "--report",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}: a table, or one JSON object in the last line.")
    private ReportFormat report;

    ReconcileCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Bridge bridge = program.bridge()) {
            long id = bridge.reconcile(endpoint, limit).path("reconciliation").asLong();
            JsonNode found = bridge.reconciliation(id);
            long told = 0;
            while ("running".equals(found.path("state").asText())) {
                told = progress(found, told);
                never.await(200, TimeUnit.MILLISECONDS);
                found = bridge.reconciliation(id);
            }
            return print(found);
        }
    }

    /** One line for each percent. */
    private long progress(JsonNode found, long told) {
        long percent = found.path("read").asLong()
                * PERCENT
                / Math.max(1, found.path("expected").asLong());
        if (percent > told) {
            spec.commandLine()
                    .getErr()
                    .println("compared " + found.path("read").asLong() + " of "
                            + found.path("expected").asLong() + " accounts");
        }
        return Math.max(percent, told);
    }

    private int print(JsonNode found) {
        PrintWriter out = spec.commandLine().getOut();
        if (report == ReportFormat.JSON) {
            out.println(found);
        } else {
            ReconcileReport.print(out, found);
        }
        return "equal".equals(found.path("state").asText()) ? ExitCode.DONE : ExitCode.FAILED;
    }
}
