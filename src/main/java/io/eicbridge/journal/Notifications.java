package io.eicbridge.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The journal of Intercom's notifications. */
public final class Notifications {
    private final Clock clock;

    /** A journal by this clock. */
    public Notifications(Clock clock) {
        this.clock = clock;
    }

    /** Keeps a notification; false where one of that id is there already. */
    public boolean keep(Handle handle, Notification notification) {
        return handle.createUpdate("insert into notifications (notification, topic, object, object_id, received_at)"
                                + " values (:id, :topic, :object, :objectId, :now) on conflict do nothing")
                        .bind("id", notification.id())
                        .bind("topic", notification.topic())
                        .bind("object", notification.object())
                        .bind("objectId", notification.objectId())
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }

    /** Whether a notification of one of the topics that begin so came after a time. */
    public boolean anySince(Handle handle, String topics, Instant since) {
        return handle.createQuery(
                                "select count(*) from notifications where received_at > :since and topic like :topics")
                        .bind("since", since)
                        .bind("topics", topics + "%")
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** Forgets notifications that came longer ago; returns how many. */
    public int forget(Handle handle, Duration age) {
        return handle.createUpdate("delete from notifications where received_at < :before")
                .bind("before", clock.instant().minus(age))
                .execute();
    }
}
