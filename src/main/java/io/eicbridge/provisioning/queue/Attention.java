package io.eicbridge.provisioning.queue;

import io.eicbridge.journal.queue.QueueItem;
import java.time.Duration;
import java.time.Instant;

/** Decides which queue items are looked at by themselves, because a page of changed tickets does not tell enough about them. */
final class Attention {
    /** A deleted ticket is missing from every search: each is asked for so often. */
    private static final Duration LOOK = Duration.ofHours(1);

    private final QueueSettings settings;

    Attention(QueueSettings settings) {
        this.settings = settings;
    }

    boolean isDue(QueueItem item, Instant now) {
        return switch (item.state()) {
            case ENQUEUED -> true;
            case OPEN -> isOld(item.lookedAt(), LOOK, now) || isReminderDue(item, now) || isOverdue(item, now);
            // who was invited may take days, and needs no question every few minutes
            case RESOLVED ->
                !isOld(item.resolvedAt(), LOOK, now) || isOld(item.lookedAt(), LOOK, now) || isOverdue(item, now);
            case ENDED -> false;
        };
    }

    boolean isReminderDue(QueueItem item, Instant now) {
        return !settings.reminder().isZero() && isOld(item.remindedAt(), settings.reminder(), now);
    }

    boolean isOverdue(QueueItem item, Instant now) {
        return !settings.limit().isZero() && isOld(item.openedAt(), settings.limit(), now);
    }

    /** Whether a resolved item has still time to show its effect; who is invited needs longer. */
    boolean hasTime(QueueItem item, Finding finding, Instant now) {
        Duration time = finding.kind() == Finding.Kind.PENDING ? settings.invitation() : settings.grace();
        return !isOld(item.resolvedAt(), time, now);
    }

    private static boolean isOld(Instant then, Duration age, Instant now) {
        return !then.plus(age).isAfter(now);
    }
}
