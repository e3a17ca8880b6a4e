package io.eicbridge.connector.webhook;

/** Is told what became of each notification, for metrics. */
public interface NotificationListener {
    /** A notification came in: its topic, {@code other} where it is none that the bridge knows, and what became of it. */
    void notified(String topic, String outcome);
}
