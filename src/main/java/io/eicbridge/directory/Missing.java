package io.eicbridge.directory;

/**
 * An active row that a run did not see.
 *
 * @param key the directory's own key, after which the next page begins
 * @param name the name, or the value, that EIC knows it by
 */
public record Missing(long key, String id, String name) {}
