package io.eicbridge.directory;

/**
 * What a consumer has not read yet: changes with a number above {@code from}, up to {@code to}.
 *
 * @param shown how many accounts were visible at {@code from}; those numbered higher are new to the consumer as a whole
 */
public record Window(long from, long to, long shown) {}
