package io.eicbridge.cli;

/** The two lists whose entries people decide about. */
public enum Ledger {
    REQUESTS("requests", "request"),
    DEAD_LETTERS("dead-letters", "dead letter");

    private final String path;
    private final String one;

    Ledger(String path, String one) {
        this.path = path;
        this.one = one;
    }

    /** As paths and commands name it. */
    public String path() {
        return path;
    }

    /** One entry of it, for people. */
    String one() {
        return one;
    }
}
