package io.eicbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.cli.Bridge;
import io.eicbridge.connector.provisioning.Standing;
import io.eicbridge.failure.Configuration;
import io.eicbridge.importing.EndpointImport;
import io.eicbridge.journal.DeadLetters;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Looks whether requests can be carried out, in the running bridge or in the database where none runs. */
final class RequestsCheck {
    private static final List<String> ENDPOINTS = List.of(EndpointImport.TEAMMATES, EndpointImport.CONTACTS);
    private static final List<String> COUNTS = List.of("waiting", "running", "held", "queued", "deadLetters");
    private final Settings settings;
    private final Clock clock;

    RequestsCheck(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What waits, is held or dead, in a line; a Configuration failure with what to mend where something is paused. */
    String told() {
        ObjectNode standing =
                Here.running(settings.bridge()).map(RequestsCheck::asked).orElseGet(this::read);
        String paused = ENDPOINTS.stream()
                .flatMap(endpoint -> elements(standing.path(endpoint).path("paused")))
                .map(pause -> pause.path("reason").asText())
                .distinct()
                .collect(Collectors.joining(" "));
        if (!paused.isEmpty()) {
            throw new Configuration("Requests wait until something is mended. " + paused);
        }
        String open = ENDPOINTS.stream()
                .map(endpoint -> counts(endpoint, standing.path(endpoint)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return open.isEmpty() ? "none waits, is held or dead" : open;
    }

    private static ObjectNode asked(Bridge bridge) {
        try (bridge) {
            return bridge.standing();
        }
    }

    private ObjectNode read() {
        try (Store store = Store.open(settings.directory())) {
            return new Standing(new DeadLetters(clock)).of(store, ENDPOINTS);
        }
    }

    private static Optional<String> counts(String endpoint, JsonNode standing) {
        String counts = COUNTS.stream()
                .filter(standing::has)
                .map(name -> standing.path(name).asLong() + " " + name.replace("deadLetters", "dead"))
                .collect(Collectors.joining(", "));
        String oldest = standing.has("oldestWaiting")
                ? ", the oldest since " + standing.path("oldestWaiting").asText()
                : "";
        return Optional.of(endpoint + ": " + counts + oldest).filter(any -> !counts.isEmpty());
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
