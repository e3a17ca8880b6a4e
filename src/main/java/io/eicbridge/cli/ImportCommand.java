package io.eicbridge.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one import, shows how far it is, and reports. */
@Command(
        name = "import",
        customSynopsis = {
            "eic-bridge import [OPTIONS] ENDPOINT",
            "       eic-bridge import approve RUN",
            "       eic-bridge import status [RUN]"
        },
        description = {
            "Reads one endpoint from Intercom into the directory, shows how far it is, and reports.",
            "An import that was stopped or killed goes on where it was. Where a bridge runs, it does the work.",
            "Exit codes: 0 complete, 1 failed or incomplete, 2 wrong argument, 3 held by a threshold."
        },
        footer = {
            "  eic-bridge import contacts --dry-run",
            "  eic-bridge import contacts",
            "  eic-bridge import contacts --incremental",
            "  eic-bridge import contacts --one 6a1f0c2e9b5d3e4f8a7b6c5d",
            "  eic-bridge import approve 17"
        })
final class ImportCommand implements Callable<Integer> {
    private final Program program;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "ENDPOINT",
            converter = EndpointName.class,
            description = "teammates or contacts.")
    private String endpoint;

    @ArgGroup
    private Mode mode = new Mode();

    @Option(
            names = "--one",
            paramLabel = "ID",
            description = "Read this one contact now, by the id that Intercom shows, with everything that it holds.")
    private String one;

    @Option(names = "--dry-run", description = "Read and compare, change nothing, and show what would change.")
    private boolean dryRun;

    @Option(
            names = "--report",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; json is one object in the last line of standard output.")
    private ReportFormat report;

    /** Which kind of import is asked for. */
    private static final class Mode {
        @Option(
                names = "--full",
                description = "Read everything, and find out who is gone. This is what happens anyway.")
        private boolean full;

        @Option(
                names = "--incremental",
                description = "Read what changed since the last good run; where there is none, everything.")
        private boolean incremental;
    }

    ImportCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        refuseWhatIsMissing();
        PrintWriter err = spec.commandLine().getErr();
        try (Bridge bridge = program.bridge();
                Interruption interruption = new Interruption(bridge, err).listening()) {
            long run = started(bridge, err);
            return new RunFollowing(spec.commandLine(), report).toItsEnd(bridge, interruption, run);
        }
    }

    private long started(Bridge bridge, PrintWriter err) {
        String asked = mode.incremental ? "incremental" : "full";
        ObjectNode run = bridge.startImport(new ImportOrder(endpoint, asked, dryRun, one));
        if (mode.incremental && run.path("mode").asText(asked).equals("full")) {
            err.println("There is no complete full import of the " + endpoint + " that this one could go on from: run "
                    + run.path("run").asLong() + " reads everything.");
            err.flush();
        }
        return run.path("run").asLong();
    }

    private void refuseWhatIsMissing() {
        if (endpoint == null) {
            throw new ParameterException(
                    spec.commandLine(), "Which endpoint? Say 'import teammates' or 'import contacts'.");
        }
        if (one != null && (mode.incremental || mode.full)) {
            throw new ParameterException(
                    spec.commandLine(), "--one reads one contact: leave --full and --incremental out, or --one.");
        }
    }
}
