package io.eicbridge.directory;

/** A membership that began or ended, as a published state shows it. */
public record MembershipDelta(MembershipView membership, boolean ended) {}
