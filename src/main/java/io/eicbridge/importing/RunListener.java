package io.eicbridge.importing;

/** Is told what runs do, for metrics. */
public interface RunListener {
    /** A page with so many records was stored. */
    void pageStored(String endpoint, int records);

    /** So many accounts that were gone came back. */
    void reactivated(String endpoint, int accounts);

    /** A run ended; mode and outcome in their words, {@code good} if it was published. */
    void runEnded(String endpoint, String mode, String outcome, boolean good);
}
