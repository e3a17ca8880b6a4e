package io.eicbridge.dialect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the faults of one file, so that all of them are told at once. */
final class Findings {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    void add(Located at, String message) {
        add(at.line(), at.column(), at.pointer(), message);
    }

    void add(int line, int column, String pointer, String message) {
        Problem problem = new Problem(file, line, column, pointer, message);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** Refuses the file if anything was found. */
    void settle() {
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new InvalidParameters(problems);
        }
    }
}
