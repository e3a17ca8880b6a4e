package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;

/**
 * One connection parameter that was read.
 *
 * @param root null where it is empty or makes no sense
 */
record Parameter(String name, Located root, Notes notes) {
    boolean isPresent() {
        return root != null;
    }
}
