package io.eicbridge.dialect;

import com.fasterxml.jackson.databind.JsonNode;

/** Where the value of one column comes from. */
interface ValueSource {
    /** The value in a record, null, a null node or a missing one where there is none. */
    JsonNode in(JsonNode record) throws Unmappable;
}
