package io.eicbridge.cli;

/** Which dead letters to list: of one endpoint, or of all where it is empty, and how many at most. */
public record DeadLetterFilter(String endpoint, int limit) {}
