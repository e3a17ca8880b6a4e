package io.eicbridge;

import io.eicbridge.flow.watch.BridgeMetrics;
import io.eicbridge.flow.watch.PausesHealth;
import io.eicbridge.flow.watch.RequestWatch;
import io.eicbridge.importing.EndpointImport;
import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.Hints;
import io.eicbridge.provisioning.Provisioning;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Makes what carries requests out, and what tells operators about them. */
final class ProvisioningWiring {
    /** A lease lasts five times as long. */
    private static final long BEAT = 3;

    private final Provisioning provisioning;
    private final Map<String, Object> beans = new LinkedHashMap<>();

    /** What it works with. */
    record Tools(Store store, Clock clock, String holder, ScheduledExecutorService heart, Runnable wake) {}

    ProvisioningWiring(Settings settings, BridgeMetrics metrics, Tools tools) {
        this.provisioning = new Provisioning(
                settings.provisioning(),
                Map.of(
                        EndpointImport.TEAMMATES, Settings.TEAMMATE_TYPES,
                        EndpointImport.CONTACTS, Settings.CONTACT_TYPES),
                Set.of(EndpointImport.TEAMMATES),
                new Provisioning.Tools(
                        tools.store(),
                        tools.clock(),
                        tools.holder(),
                        new DeadLetters(tools.clock()),
                        new Hints(tools.clock()),
                        metrics::requestOutcome,
                        tools.wake()));
        tools.heart().scheduleAtFixedRate(provisioning::beat, BEAT, BEAT, TimeUnit.SECONDS);
        beans.putAll(provisioning.beans());
        beans.put(
                "requestWatch",
                new RequestWatch(
                        provisioning.sights()::get, provisioning.shelf()::paused, metrics.meters(), tools.clock()));
        beans.put("pausesHealth", new PausesHealth(provisioning.shelf()::paused));
    }

    Map<String, Object> beans() {
        return Map.copyOf(beans);
    }

    Provisioning provisioning() {
        return provisioning;
    }
}
