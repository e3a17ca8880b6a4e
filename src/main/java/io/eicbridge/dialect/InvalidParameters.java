package io.eicbridge.dialect;

import java.util.List;
import java.util.stream.Collectors;

/** A parameter file that cannot be used, with everything that is wrong in it. */
public final class InvalidParameters extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    /** All faults of one file, in the order of their lines. */
    public InvalidParameters(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** All faults of the file, in the order of their lines; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
