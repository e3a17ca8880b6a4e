package io.eicbridge.cli;

import io.eicbridge.packaging.Finding;
import io.eicbridge.packaging.PackageReader;
import io.eicbridge.packaging.Validator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds in a connection package what EIC shows only at run time. */
@Command(
        name = "validate",
        description = {
            "Finds in a connection package of any system what EIC shows only when an import or a task runs.",
            "Reads a parameter file (AddAccessJSON.json), a folder of them, an exported connection, or a transport zip.",
            "Nothing is sent anywhere. Exit codes: 0 nothing but notes, 4 warnings, 1 errors.",
            "docs/validator.md explains every code."
        },
        footer = {
            "  eic-bridge package validate connections/contacts",
            "  eic-bridge package validate Package.zip --format json"
        })
final class PackageValidateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE|FOLDER|ZIP", description = "What to look at.")
    private Path path;

    @Option(names = "--format", defaultValue = "text", description = "text or json.")
    private ReportFormat format;

    @Override
    public Integer call() {
        PackageReader.Reading reading = PackageReader.read(path);
        List<Finding> findings = new ArrayList<>(reading.findings());
        findings.addAll(Validator.findings(reading.packages()));
        FindingReport report = new FindingReport(findings);
        report.print(format, spec.commandLine().getOut());
        return report.exitCode();
    }
}
