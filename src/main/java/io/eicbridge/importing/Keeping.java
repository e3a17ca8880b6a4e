package io.eicbridge.importing;

/**
 * For how many days things are kept.
 *
 * @param history changes of an account
 * @param forget values of a gone account, 0 for ever
 * @param consumers the position of a consumer that reads no list to its end
 * @param runs runs that ended and that nothing refers to, {@code targetedRuns} those among them that read what was pointed at
 * @param deadLetters letters that were resolved or discarded
 */
public record Keeping(int history, int forget, int consumers, int runs, int targetedRuns, int deadLetters) {}
