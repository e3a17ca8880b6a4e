package io.eicbridge.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

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

    /** The order as the commands API takes it. */
    public ObjectNode json() {
        ObjectNode order = JsonNodeFactory.instance
                .objectNode()
                .put("endpoint", endpoint)
                .put("mode", mode)
                .put("dryRun", dryRun);
        return one == null ? order : order.put("one", one);
    }
}
