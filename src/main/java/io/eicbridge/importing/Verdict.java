package io.eicbridge.importing;

/** Whether the accounts that were read are all that exist. */
enum Verdict {
    OPEN,
    COMPLETE,
    INCOMPLETE
}
