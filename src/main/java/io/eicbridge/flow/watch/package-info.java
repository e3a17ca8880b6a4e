/** Tells operators how the bridge does: metrics for Prometheus, health checks, and who may read them. */
package io.eicbridge.flow.watch;
