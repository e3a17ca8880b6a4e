package io.eicbridge.sandbox.workspace;

/** Whether a contact can be seen, and if not, why. */
public enum Standing {
    LIVE,
    ARCHIVED,
    BLOCKED,
    DELETED,
    MERGED
}
