package io.eicbridge.connector;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Walks through nothing: the last answer of a delta, or the only one where nothing is new. */
record NothingLeft<T>(DeltaWalk.DeltaRenderer<T> renderer) implements Walk {
    @Override
    public int write(JsonGenerator json, int most) {
        return 0;
    }

    @Override
    public boolean more() {
        return false;
    }

    @Override
    public String position() {
        return "";
    }

    @Override
    public void behind(JsonGenerator json) throws IOException {
        renderer.behind(json);
    }
}
