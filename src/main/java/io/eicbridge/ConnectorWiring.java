package io.eicbridge;

import io.eicbridge.importing.EndpointImport;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.util.Map;

final class ConnectorWiring {
    ConnectorWiring(Settings settings, Store store, Map<String, EndpointImport> endpoints, Clock clock) {}

    Map<String, Object> beans() {
        return Map.of();
    }
}
