package io.eicbridge.importing;

import io.eicbridge.intercom.Lane;
import io.eicbridge.journal.Mode;
import java.util.List;

/**
 * Asks for one run.
 *
 * @param endpoint {@code teammates} or {@code contacts}
 * @param mode full, incremental or targeted
 * @param dryRun whether the run only tells what it would change
 * @param named ids of the accounts that a targeted run reads; none where it reads what hints point at
 */
public record ImportOrder(String endpoint, Mode mode, boolean dryRun, List<String> named) {

    /** An order that names no account. */
    public ImportOrder(String endpoint, Mode mode, boolean dryRun) {
        this(endpoint, mode, dryRun, List.of());
    }

    boolean isTargeted() {
        return mode == Mode.TARGETED;
    }

    /** The lane of the run's calls: somebody waits for accounts that are named, everything else can wait for others. */
    Lane lane() {
        return switch (mode) {
            case FULL -> Lane.FULL;
            case INCREMENTAL -> Lane.INCREMENTAL;
            case TARGETED -> named.isEmpty() ? Lane.WEBHOOK : Lane.PROVISIONING;
        };
    }
}
