package io.eicbridge.dialect;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The checked ImportAccountEntJSON of one endpoint: how records become EIC's rows, and how much may change in a run. */
public final class ImportParameters {
    private final RowMapping accounts;
    private final Map<String, RowMapping> entitlements;
    private final StatusRule status;
    private final Thresholds thresholds;

    ImportParameters(
            RowMapping accounts, Map<String, RowMapping> entitlements, StatusRule status, Thresholds thresholds) {
        this.accounts = accounts;
        this.entitlements = Collections.unmodifiableMap(new LinkedHashMap<>(entitlements));
        this.status = status;
        this.thresholds = thresholds;
    }

    /**
     * The parameters of a file in EIC's own dialect, with the bridge's extensions under {@code eicBridge}.
     *
     * @throws InvalidParameters with all problems of the file at once
     */
    public static ImportParameters read(Path file) {
        return ParametersReader.read(file);
    }

    /** How account records become rows. */
    public RowMapping accounts() {
        return accounts;
    }

    /** How records of an entitlement type become rows; empty for a type that the file does not have. */
    public Optional<RowMapping> entitlements(String type) {
        return Optional.ofNullable(entitlements.get(type));
    }

    /** The entitlement types by {@code entTypeOrder}, then as the file lists them. */
    public Set<String> entitlementTypes() {
        return entitlements.keySet();
    }

    /**
     * A number that is another one where records would become other rows; thresholds, labels and the layout of the file do not
     * change it.
     */
    public String fingerprint() {
        StringBuilder recipe = new StringBuilder(accounts.recipe());
        entitlements.forEach(
                (type, rows) -> recipe.append("\n\n").append(type).append(": ").append(rows.recipe()));
        return UUID.nameUUIDFromBytes(recipe.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The column and the texts of an account's status. */
    public StatusRule status() {
        return status;
    }

    /** The limits beyond which a run is held. */
    public Thresholds thresholds() {
        return thresholds;
    }
}
