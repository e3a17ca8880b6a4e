package io.eicbridge.flow;

import java.time.Duration;
import java.util.List;

/**
 * What came of an attempt to bring the folder to life again.
 *
 * @param problems what is wrong in the files, with places and remedies; empty unless broken
 * @param reason what runs now, and why; empty where the folder is live
 */
public record Reloaded(
        Outcome outcome, RouteChanges changes, List<RouteProblem> problems, String reason, Duration took) {

    /** What runs after the attempt. */
    public enum Outcome {
        /** The routes of the folder run. */
        LIVE,
        /** They run already. */
        UNCHANGED,
        /** The routes before go on: those of the folder break a rule, or do not load or start. */
        BROKEN,
        /** The routes before go on: something did not come to rest in time. */
        REFUSED
    }
}
