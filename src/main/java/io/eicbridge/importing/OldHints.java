package io.eicbridge.importing;

import io.eicbridge.journal.Hints;
import io.eicbridge.journal.Notifications;
import io.eicbridge.store.Store;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets notifications that nobody repeats any more, and hints that no run could take for so long that a full import is needed. */
public final class OldHints {
    private static final Logger LOG = LoggerFactory.getLogger(OldHints.class);
    private final Store store;
    private final Notifications notifications;
    private final Hints hints;
    private final Duration age;

    /** Forgets what is older than this age. */
    public OldHints(Store store, Notifications notifications, Hints hints, Duration age) {
        this.store = store;
        this.notifications = notifications;
        this.hints = hints;
        this.age = age;
    }

    /** Forgets everything that is too old now. */
    public void forget() {
        store.inTransaction(handle -> {
            int old = notifications.forget(handle, age);
            int waited = hints.forget(handle, age);
            if (waited > 0) {
                LOG.warn(
                        "{} hints waited for {} h and are given up: the next full import reads what they point at.",
                        waited,
                        age.toHours());
            }
            LOG.debug("{} old notifications are forgotten", old);
            return null;
        });
    }
}
