package io.eicbridge.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.failure.Configuration;
import io.eicbridge.failure.Failure;
import io.eicbridge.intercom.Calls;
import io.eicbridge.intercom.Ids;
import io.eicbridge.intercom.Listing;
import io.eicbridge.intercom.Listings;
import io.eicbridge.intercom.Page;
import io.eicbridge.journal.Logins;
import io.eicbridge.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Learns from Intercom's activity log when teammates last logged in, where the token may read it; their records do not tell. */
public final class LastLogins {
    private static final Logger LOG = LoggerFactory.getLogger(LastLogins.class);
    /** How far the first reading goes back. */
    private static final Duration FIRST = Duration.ofDays(30);
    /** The log may tell a login late. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    private static final int MOST_PAGES = 400;
    private final Store store;
    private final Logins logins;
    private final Calls calls;

    /** Learns by these calls, and keeps what it learnt in this journal. */
    public LastLogins(Store store, Logins logins, Calls calls) {
        this.store = store;
        this.logins = logins;
        this.calls = calls;
    }

    /** Lets the run know them; without the log those that are known stay. */
    void learn(LiveRun run) {
        Map<String, Instant> known = store.read(logins::all);
        Map<String, Instant> news = news(run, known);
        if (!run.dry() && !news.isEmpty()) {
            store.inTransaction(handle -> {
                logins.save(handle, news);
                return null;
            });
        }
        run.learnt().lastLogins().putAll(known);
        run.learnt().lastLogins().putAll(news);
    }

    private Map<String, Instant> news(LiveRun run, Map<String, Instant> known) {
        Instant since = latest(known.values())
                .map(last -> last.minus(OVERLAP))
                .orElse(run.serverNow().minus(FIRST));
        try {
            return read(run, Listings.logins(since), known);
        } catch (Failure failure) {
            if (failure instanceof Configuration configuration
                    && configuration.capability().equals("system")) {
                throw failure;
            }
            LOG.info("Last logins of teammates stay as they are: {}", failure.getMessage());
            return Map.of();
        }
    }

    private static Optional<Instant> latest(Collection<Instant> times) {
        return times.stream().max(Instant::compareTo);
    }

    private Map<String, Instant> read(LiveRun run, Listing log, Map<String, Instant> known) {
        Map<String, Instant> news = new HashMap<>();
        String cursor = null;
        int pages = 0;
        do {
            Page page = log.read(calls.send(run.own(log.call(cursor))));
            page.items().forEach(event -> take(event, known, news));
            cursor = page.next();
        } while (cursor != null && ++pages < MOST_PAGES && !run.stopped());
        return news;
    }

    private static void take(JsonNode event, Map<String, Instant> known, Map<String, Instant> news) {
        String admin = Ids.text(event.path("performed_by").path("id"));
        Instant time = Instant.ofEpochSecond(event.path("created_at").asLong());
        Instant before = news.getOrDefault(admin, known.getOrDefault(admin, Instant.EPOCH));
        if (!admin.isEmpty() && time.isAfter(before)) {
            news.put(admin, time);
        }
    }
}
