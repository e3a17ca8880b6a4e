package io.eicbridge.connector.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.connector.Refusals;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a filter that is sent as a JSON object says under each of its names. */
public final class Told {
    private Told() {}

    /** A filter of this object; {@code Rejected} with 400 where it has a name that is not known. */
    public static Function<String, Optional<String>> in(JsonNode filter, List<String> known) {
        filter.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw Refusals.invalid("The filter has an unknown key: allowed are " + String.join(", ", known) + ".");
            }
        });
        return name -> Optional.of(filter.path(name).asText("")).filter(text -> !text.isBlank());
    }
}
