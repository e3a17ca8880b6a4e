package io.eicbridge.connector.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.connector.JsonBody;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The body of a call: an envelope of EIC's objects, or the contract's flat one. */
record Content(boolean envelope, ObjectNode json) {
    /** Characters that the journal keeps of one request. */
    static final int LONGEST = 900_000;

    /** The body as it came in; {@code Rejected} with 400 or 413 where it is no JSON object or too long. */
    static Content read(Object body) {
        JsonNode json = JsonBody.read(body, LONGEST, "send what the task needs, and no more of the user");
        return new Content(Envelope.is(json), (ObjectNode) json);
    }

    /** The text or whole number at the first of these JSON pointers that has one, without blanks around it. */
    Optional<String> text(String... pointers) {
        return texts(pointers).stream().findFirst();
    }

    /** The same for all of them. */
    List<String> texts(String... pointers) {
        return Stream.of(pointers)
                .map(json::at)
                .filter(value -> value.isTextual() || value.isIntegralNumber())
                .map(value -> value.asText().strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Whether the body says something under this name. */
    boolean tells(String name) {
        return json.hasNonNull(name);
    }

    /** Whether one of these members is an object with something in it. */
    boolean holds(String... names) {
        return Stream.of(names).anyMatch(name -> !json.path(name).isEmpty());
    }
}
