package io.eicbridge.directory;

/** A membership that a run began or ended: Intercom's id of the account, and the entitlement's type and value. */
public record ChangedMembership(String account, String type, String entitlement, boolean ended) {}
