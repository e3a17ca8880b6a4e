package io.eicbridge.journal;

/** What the slices of one phase of a run came to. */
public record SliceSums(long slices, long done, long pages, Counts counts) {}
