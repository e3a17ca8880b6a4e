package io.eicbridge.packaging;

import java.util.Locale;

/** How bad a finding is: an error fails or harms in EIC, a warning probably does, a note is worth knowing. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
