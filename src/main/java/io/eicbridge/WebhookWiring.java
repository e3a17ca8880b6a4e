package io.eicbridge;

import io.eicbridge.connector.webhook.NotificationListener;
import io.eicbridge.connector.webhook.Signature;
import io.eicbridge.connector.webhook.Webhooks;
import io.eicbridge.directory.Publications;
import io.eicbridge.importing.ContactActivities;
import io.eicbridge.importing.OldHints;
import io.eicbridge.journal.ActivityCursors;
import io.eicbridge.journal.Hints;
import io.eicbridge.journal.Notifications;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.util.Map;

/** Makes the beans that hear of changes: Intercom's notifications and its feed of contact activities. */
final class WebhookWiring {
    private final Map<String, Object> beans;

    WebhookWiring(WebhookSettings settings, Store store, NotificationListener listener, Clock clock) {
        Hints hints = new Hints(clock);
        Notifications notifications = new Notifications(clock);
        Signature signature = new Signature(settings.secret().value());
        this.beans = Map.of(
                "webhooks", new Webhooks(signature, store, notifications, hints, listener),
                "oldHints", new OldHints(store, notifications, hints, settings.keep()),
                "contactActivities",
                        new ContactActivities(store, new ActivityCursors(), hints, new Publications(), clock));
    }

    Map<String, Object> beans() {
        return beans;
    }
}
