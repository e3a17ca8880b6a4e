package io.eicbridge.flow;

import io.eicbridge.failure.Configuration;
import io.eicbridge.flow.Reloaded.Outcome;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the folder's routes to life in a running bridge, all or none: they are checked and tried first, and replace the ones
 * that run only when everything that uses those rests.
 */
public final class RouteReload implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RouteReload.class);
    private static final RouteChanges NONE = new RouteChanges(List.of(), List.of(), List.of());
    private final RouteFolder folder;
    private final Function<RouteSet, List<RouteProblem>> check;
    private final RouteReplacement replacement;
    private final List<Standstill> users;
    private final Duration limit;
    private RouteSet live;
    private boolean stopped;

    /** A reload into a started context. */
    public RouteReload(CamelContext context, RouteFolder folder, RouteSet live, Terms terms) {
        this.folder = folder;
        this.live = live;
        this.replacement = new RouteReplacement(context);
        this.check = terms.check();
        this.users = List.copyOf(terms.users());
        this.limit = terms.limit();
    }

    /**
     * What a reload has to respect.
     *
     * @param check finds what is wrong with routes, before anything is touched
     * @param users what has to rest, in this order
     * @param limit the time all of them have together to come to rest
     */
    public record Terms(Function<RouteSet, List<RouteProblem>> check, List<Standstill> users, Duration limit) {}

    /** Makes the folder live; whatever stands in the way, the routes before go on. One attempt at a time. */
    public synchronized Reloaded reload() {
        long began = System.nanoTime();
        Reloaded result;
        try {
            result = attempt(folder.read());
        } catch (Configuration e) {
            result = before(Outcome.BROKEN, List.of(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The reload itself failed.", e);
            result = before(Outcome.BROKEN, List.of(), "The reload failed: " + e + ".");
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Reloaded timed = new Reloaded(result.outcome(), result.changes(), result.problems(), result.reason(), took);
        log(timed);
        return timed;
    }

    private Reloaded attempt(RouteSet now) {
        if (stopped) {
            return before(Outcome.REFUSED, List.of(), "The bridge stops.");
        }
        RouteChanges changes = now.since(live);
        if (changes.none() && now.unreadable().isEmpty()) {
            return new Reloaded(Outcome.UNCHANGED, NONE, List.of(), "", Duration.ZERO);
        }
        List<RouteProblem> problems = check.apply(now);
        return problems.isEmpty()
                ? swap(now, changes)
                : before(Outcome.BROKEN, problems, "The routes are not in order.");
    }

    private Reloaded swap(RouteSet now, RouteChanges changes) {
        Deque<Standstill> resting = new ArrayDeque<>();
        try {
            String busy = rest(resting);
            return busy.isEmpty()
                    ? replace(now, changes)
                    : before(
                            Outcome.REFUSED,
                            List.of(),
                            "The routes were not replaced: " + busy + " within " + limit.toMillis()
                                    + " ms (routes.suspend-limit). Try again.");
        } finally {
            resting.forEach(Standstill::goOn);
        }
    }

    private String rest(Deque<Standstill> resting) {
        long end = System.nanoTime() + limit.toNanos();
        for (Standstill user : users) {
            resting.push(user);
            String busy = user.rest(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            if (!busy.isEmpty()) {
                return busy;
            }
        }
        return "";
    }

    private Reloaded replace(RouteSet now, RouteChanges changes) {
        try {
            Optional<RouteProblem> failure = replacement.replace(live, now);
            if (failure.isPresent()) {
                return before(Outcome.BROKEN, List.of(failure.get()), "The routes do not start.");
            }
            live = now;
            return new Reloaded(Outcome.LIVE, changes, List.of(), "", Duration.ZERO);
        } catch (Exception e) {
            LOG.error("The routes before did not start again either: mend the folder, or restart the bridge.", e);
            live = new RouteSet(live.folder(), List.of());
            return before(Outcome.BROKEN, List.of(), "The routes before did not start again. " + e.getMessage());
        }
    }

    /** After routes that did not start again there are none that could go on. */
    private Reloaded before(Outcome outcome, List<RouteProblem> problems, String reason) {
        String running = live.files().isEmpty()
                ? "No route runs: mend the folder, or restart the bridge. "
                : "The routes before go on. ";
        return new Reloaded(outcome, NONE, problems, running + reason, Duration.ZERO);
    }

    private static void log(Reloaded result) {
        switch (result.outcome()) {
            case LIVE ->
                LOG.info(
                        "The routes are live as they stand in the folder ({}), after {} ms.",
                        result.changes(),
                        result.took().toMillis());
            case UNCHANGED -> LOG.info("The routes that run are those of the folder.");
            case REFUSED -> LOG.warn(result.reason());
            case BROKEN ->
                LOG.error(
                        "{}{}",
                        result.reason(),
                        result.problems().stream()
                                .map(problem -> "\n" + problem.text())
                                .collect(Collectors.joining()));
        }
    }

    /** Waits for the end of an attempt that is under way; later ones are refused. */
    @Override
    public synchronized void close() {
        stopped = true;
    }
}
