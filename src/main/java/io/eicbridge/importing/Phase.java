package io.eicbridge.importing;

import java.util.Locale;

/** The phases of a run, in their order: accounts before entitlements before memberships before absences. */
enum Phase {
    ACCOUNTS,
    ENTITLEMENTS,
    MEMBERSHIPS,
    ABSENCES;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
