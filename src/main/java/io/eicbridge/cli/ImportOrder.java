package io.eicbridge.cli;

/**
 * An import as somebody asks for it.
 *
 * @param mode {@code full} or {@code incremental}
 * @param dryRun whether it changes nothing
 * @param one the id of the only account to be read, null for all
 */
public record ImportOrder(String endpoint, String mode, boolean dryRun, String one) {
    /** An import of all accounts. */
    public ImportOrder(String endpoint, String mode, boolean dryRun) {
        this(endpoint, mode, dryRun, null);
    }
}
