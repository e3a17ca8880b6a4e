package io.eicbridge.dialect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the faults of one file, so that all of them are told at once. */
public final class Findings {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    /** Collects for the file of this name. */
    public Findings(String file) {
        this.file = file;
    }

    /** The name of the file as messages tell it. */
    public String file() {
        return file;
    }

    /** What is wrong with a value, at its place. */
    public void add(Located at, String message) {
        add(at.line(), at.column(), at.pointer(), message);
    }

    /** What is wrong at a place; line and column from 1, 0 for none. */
    public void add(int line, int column, String pointer, String message) {
        Problem problem = new Problem(file, line, column, pointer, message);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /**
     * Refuses the file if anything was found.
     *
     * @throws InvalidParameters with everything that was found, in the order of the lines
     */
    public void settle() {
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new InvalidParameters(problems);
        }
    }
}
