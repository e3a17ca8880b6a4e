package io.eicbridge.sandbox.workspace;

/** The kinds of things a contact can hold. */
public enum Holding {
    TAG,
    COMPANY,
    SUBSCRIPTION,
    SEGMENT
}
