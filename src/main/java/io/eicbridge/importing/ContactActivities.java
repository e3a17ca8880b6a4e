package io.eicbridge.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.directory.Publications;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Lane;
import io.eicbridge.intercom.Listing;
import io.eicbridge.intercom.Listings;
import io.eicbridge.intercom.Page;
import io.eicbridge.journal.ActivityCursor;
import io.eicbridge.journal.ActivityCursors;
import io.eicbridge.journal.Hint;
import io.eicbridge.journal.Hints;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads Intercom's feed of contact activities where the workspace's version offers it, and makes hints of it. An empty answer is no news,
 * never a proof that nothing happened.
 */
public final class ContactActivities {
    private static final Logger LOG = LoggerFactory.getLogger(ContactActivities.class);
    private static final String CONTACTS = EndpointImport.CONTACTS;
    /** What the history names beside the run, where it names the topic of a notification otherwise. */
    private static final String TOPIC = "contact activities";

    private static final int OK = 200;
    private static final Duration UNTIL_ASKED_AGAIN = Duration.ofDays(1);
    /** What a full import's search may not have known when it began. */
    private static final Duration LAG = Duration.ofMinutes(10);

    private static final Listing FEED = Listings.contactActivities();
    private final Store store;
    private final ActivityCursors cursors;
    private final Hints hints;
    private final Publications publications;
    private final Clock clock;
    private volatile Instant askAgain = Instant.MIN;

    /** A feed that is kept in this journal. */
    public ContactActivities(
            Store store, ActivityCursors cursors, Hints hints, Publications publications, Clock clock) {
        this.store = store;
        this.cursors = cursors;
        this.hints = hints;
        this.publications = publications;
        this.clock = clock;
    }

    /** Whether the feed is to be read: not before the first complete import, and not where the workspace has none. */
    public boolean offered() {
        return clock.instant().isAfter(askAgain)
                && store.read(handle -> publications.completeSince(handle, CONTACTS))
                        .isPresent();
    }

    /** The call for what follows. */
    public Call next() {
        return FEED.call(cursor().cursor()).inLane(Lane.WEBHOOK).accepting(400, 404);
    }

    private ActivityCursor cursor() {
        return store.read(handle -> cursors.find(handle, CONTACTS));
    }

    /** Keeps what a page tells together with the place where the feed goes on; returns whether another page follows now. */
    public boolean note(Answer answer) {
        ActivityCursor at = cursor();
        if (answer.status() != OK) {
            refused(at, answer);
            return false;
        }
        Page page = FEED.read(answer);
        store.inTransaction(handle -> {
            hints.add(handle, news(handle, page.items(), at), TOPIC);
            cursors.move(handle, CONTACTS, after(at, page));
            return null;
        });
        return page.next() != null;
    }

    /** A page that ends the feed is read again next time, for what follows on it; an empty one says nothing of what was seen. */
    private static ActivityCursor after(ActivityCursor at, Page page) {
        return page.next() == null
                ? new ActivityCursor(
                        at.cursor(), Math.max(at.seen(), page.items().size()))
                : new ActivityCursor(page.next(), 0);
    }

    private List<Hint> news(Handle handle, List<JsonNode> activities, ActivityCursor at) {
        Instant since = publications
                .completeSince(handle, CONTACTS)
                .orElse(Instant.EPOCH)
                .minus(LAG);
        return activities.stream()
                .skip(activities.size() < at.seen() ? 0 : at.seen())
                .filter(activity -> ActivityItem.at(activity).orElse(since).compareTo(since) >= 0)
                .flatMap(activity -> ActivityItem.contacts(activity).stream())
                .distinct()
                .map(id -> new Hint(CONTACTS, Hint.ACCOUNT, id))
                .toList();
    }

    /** A cursor that Intercom no longer knows is dropped; without one, the version has no such feed. */
    private void refused(ActivityCursor at, Answer answer) {
        if (at.cursor() != null && answer.status() == 400) {
            LOG.info(
                    "Intercom no longer knows the place in the feed of contact activities: it is read from its beginning.");
            store.inTransaction(handle -> {
                cursors.move(handle, CONTACTS, ActivityCursor.START);
                return null;
            });
        } else {
            askAgain = clock.instant().plus(UNTIL_ASKED_AGAIN);
            LOG.info(
                    "This version of Intercom's API has no feed of contact activities; it is asked for again in a day.");
        }
    }
}
