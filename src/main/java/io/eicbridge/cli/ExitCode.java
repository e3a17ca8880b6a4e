package io.eicbridge.cli;

/** The exit codes that scripts rely on. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_ARGUMENT = 2;
    static final int HELD = 3;
    static final int WARNED = 4;

    private ExitCode() {}
}
