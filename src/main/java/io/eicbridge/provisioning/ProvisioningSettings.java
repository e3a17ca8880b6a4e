package io.eicbridge.provisioning;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How requests are carried out.
 *
 * @param ladder pauses before each further try of a request whose repetitions are the bridge's own
 * @param longestWait how long a caller is kept waiting for an outcome
 * @param lease how long a process that gives no sign of life keeps others from its requests
 * @param perHour operations that disable, remove or take access which are let through within an hour, each of them on each endpoint
 * @param perRun the same that one run of the retry job lets through
 * @param probe how long it takes until it is looked again whether something paused works
 * @param personalValues whether the audit keeps personal values, or masks them
 * @param foreign endpoints whose connection parameters are a foreign package, whose calls are run as they stand
 * @param keepDays days for which ended requests are kept
 * @param callerDays days after which a request is dead whose caller does not call again
 * @param auditDays days for which the audit is kept
 */
public record ProvisioningSettings(
        List<Duration> ladder,
        Duration longestWait,
        Duration lease,
        int perHour,
        int perRun,
        Duration probe,
        boolean personalValues,
        Set<String> foreign,
        int keepDays,
        int callerDays,
        int auditDays) {

    /** Copies the lists. */
    public ProvisioningSettings {
        ladder = List.copyOf(ladder);
        foreign = Set.copyOf(foreign);
    }
}
