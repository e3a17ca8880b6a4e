package io.eicbridge.importing;

import io.eicbridge.journal.Mode;

/**
 * Asks for one run.
 *
 * @param endpoint {@code teammates} or {@code contacts}
 * @param mode full or incremental
 * @param dryRun whether the run only tells what it would change
 */
public record ImportOrder(String endpoint, Mode mode, boolean dryRun) {}
