package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.dialect.expression.Bindings;

/** A JSON value whose texts hold expressions. */
interface JsonTemplate {
    /** The value with everything put in, null for one that is to be left out. */
    JsonNode render(Bindings bindings);
}
