package io.eicbridge.flow.watch;

import org.apache.camel.health.HealthCheck;

/** What all checks of the bridge have in common: always on, and seen in the overall health alone unless they say more. */
interface BridgeCheck extends HealthCheck {

    @Override
    default String getGroup() {
        return "eicbridge";
    }

    @Override
    default boolean isReadiness() {
        return false;
    }

    @Override
    default boolean isEnabled() {
        return true;
    }

    @Override
    default void setEnabled(boolean enabled) {
        // what operators do not want to see is left out by camel.health.excludePattern
    }
}
