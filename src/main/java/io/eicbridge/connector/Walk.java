package io.eicbridge.connector;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Goes through the rows of one list in order; every step is a short read of its own, so that no caller holds a transaction. */
interface Walk {

    /** Writes up to {@code most} further rows and answers how many; fewer than asked for means the end. */
    int write(JsonGenerator json, int most) throws IOException;

    /** Whether rows follow the last one written. */
    boolean more();

    /** Where the next page starts: the key of the last row written, empty where the offset says it all. */
    String position();

    /** A place behind the last row that is asked for by whoever has received it; null where nothing follows the last row. */
    default String end() {
        return null;
    }

    /** Writes what belongs behind the rows of an answer. */
    default void behind(JsonGenerator json) throws IOException {}
}
