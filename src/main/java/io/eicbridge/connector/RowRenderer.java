package io.eicbridge.connector;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes one row of a list. */
@FunctionalInterface
interface RowRenderer<T> {
    void write(JsonGenerator json, T row) throws IOException;
}
