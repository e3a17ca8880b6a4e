package io.eicbridge.intercom;

import com.fasterxml.jackson.databind.JsonNode;

/** Intercom writes one and the same id as string here and as number there; the bridge knows strings only. */
public final class Ids {
    private Ids() {}

    /** The id as text, empty where there is none. */
    public static String text(JsonNode id) {
        if (id.isNumber()) {
            return id.decimalValue().toBigInteger().toString();
        }
        return id.isTextual() ? id.textValue().strip() : "";
    }
}
