package io.eicbridge.directory;

/**
 * One row of a delta.
 *
 * @param key after which the next page of that part of the delta begins
 */
public record DeltaRow<T>(long key, T row) {}
