package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.dialect.expression.Bindings;

/** What a call sends. */
interface BodyTemplate {
    /** Sends nothing. */
    BodyTemplate NONE = bindings -> null;

    /** JSON, or one text for a form; null for nothing. */
    JsonNode render(Bindings bindings);
}
