package io.eicbridge.cli;

import java.util.Locale;

/** How the report of a run is written. */
enum ReportFormat {
    TEXT,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
