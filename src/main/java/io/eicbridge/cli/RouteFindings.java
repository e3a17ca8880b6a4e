package io.eicbridge.cli;

import java.io.PrintWriter;
import java.util.List;

/** Prints what is wrong in the routes, each with its place and what to do. */
record RouteFindings(List<RouteFinding> findings) {

    void print(PrintWriter out) {
        findings.forEach(finding -> out.println(text(finding)));
    }

    private static String text(RouteFinding finding) {
        return finding.file() + (finding.line() > 0 ? ":" + finding.line() : "") + ": " + finding.found()
                + part("allowed", finding.allowed())
                + part("remedy", finding.remedy());
    }

    private static String part(String name, String text) {
        return text == null || text.isEmpty() ? "" : System.lineSeparator() + "    " + name + ": " + text;
    }
}
