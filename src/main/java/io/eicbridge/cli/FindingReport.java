package io.eicbridge.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.packaging.Finding;
import io.eicbridge.packaging.Severity;
import java.io.PrintWriter;
import java.util.List;

/** Prints what is wrong in connection packages, for people or for programs. */
record FindingReport(List<Finding> findings) {
    private static final ObjectMapper JSON = new ObjectMapper();

    void print(ReportFormat format, PrintWriter out) {
        if (format == ReportFormat.JSON) {
            out.println(json().toPrettyString());
        } else {
            findings.forEach(finding -> out.println(text(finding)));
            out.println(summary());
        }
    }

    /** 1 for an error, 4 for a warning, else 0. */
    int exitCode() {
        if (count(Severity.ERROR) > 0) {
            return ExitCode.FAILED;
        }
        return count(Severity.WARNING) > 0 ? ExitCode.WARNED : ExitCode.DONE;
    }

    private String summary() {
        return findings.isEmpty()
                ? "Nothing was found."
                : count(Severity.ERROR) + " errors, " + count(Severity.WARNING) + " warnings, " + count(Severity.NOTE)
                        + " notes.";
    }

    private long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static String text(Finding finding) {
        String place = finding.line() > 0 ? ":" + finding.line() + ":" + finding.column() : "";
        String pointer = finding.pointer().isEmpty() ? "" : " " + finding.pointer();
        String indent = System.lineSeparator() + "    ";
        return finding.severity() + " " + finding.code().id() + " " + finding.file() + place + pointer + indent
                + finding.explanation() + "." + indent + "remedy: " + finding.remedy() + ".";
    }

    private ArrayNode json() {
        ArrayNode all = JSON.createArrayNode();
        for (Finding finding : findings) {
            ObjectNode one = all.addObject();
            one.put("code", finding.code().id());
            one.put("severity", finding.severity().toString());
            one.put("file", finding.file());
            one.put("pointer", finding.pointer());
            one.put("line", finding.line());
            one.put("column", finding.column());
            one.put("explanation", finding.explanation());
            one.put("remedy", finding.remedy());
        }
        return all;
    }
}
