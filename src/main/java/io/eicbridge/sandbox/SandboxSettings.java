package io.eicbridge.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What the sandbox is like: {@code port} 0 is any free one, {@code token} null is any; {@code companies} -1 is one for twenty contacts.
 * The people are made up as of {@code asOf}, which does not follow the clock, so that their ids stay the same from start to start.
 */
public record SandboxSettings(
        int port,
        int contacts,
        int companies,
        int teammates,
        long seed,
        Instant asOf,
        Duration latency,
        String token,
        ZoneId workspaceZone,
        String maximumVersion,
        int callsPerWindow,
        Duration indexLag,
        Clock clock,
        int gzipLevel) {
    private static final int MOST_CONTACTS = 16_000_000;

    /** Settings within their limits. */
    public SandboxSettings {
        if (contacts < 0 || contacts > MOST_CONTACTS) {
            throw new IllegalArgumentException(
                    "The sandbox makes up 0 to " + MOST_CONTACTS + " contacts, not " + contacts);
        }
        if (callsPerWindow < 1) {
            throw new IllegalArgumentException("The sandbox needs at least 1 call per window, not " + callsPerWindow);
        }
    }

    /** A thousand contacts and 25 teammates of an American workspace, answered at once. */
    public static SandboxSettings defaults() {
        return new SandboxSettings(
                0,
                1_000,
                -1,
                25,
                1,
                Instant.parse("2026-11-20T17:45:00Z"),
                Duration.ZERO,
                null,
                ZoneId.of("America/Los_Angeles"),
                "2.17",
                1_666,
                Duration.ZERO,
                Clock.systemUTC(),
                1);
    }

    /** Listens on this port. */
    public SandboxSettings withPort(int changed) {
        return new SandboxSettings(
                changed,
                contacts,
                companies,
                teammates,
                seed,
                asOf,
                latency,
                token,
                workspaceZone,
                maximumVersion,
                callsPerWindow,
                indexLag,
                clock,
                gzipLevel);
    }

    /** So many contacts. */
    public SandboxSettings withContacts(int changed) {
        return new SandboxSettings(
                port,
                changed,
                companies,
                teammates,
                seed,
                asOf,
                latency,
                token,
                workspaceZone,
                maximumVersion,
                callsPerWindow,
                indexLag,
                clock,
                gzipLevel);
    }

    /** So many companies. */
    public SandboxSettings withCompanies(int changed) {
        return new SandboxSettings(
                port,
                contacts,
                changed,
                teammates,
                seed,
                asOf,
                latency,
                token,
                workspaceZone,
                maximumVersion,
                callsPerWindow,
                indexLag,
                clock,
                gzipLevel);
    }

    /** So many teammates. */
    public SandboxSettings withTeammates(int changed) {
        return new SandboxSettings(
                port,
                contacts,
                companies,
                changed,
                seed,
                asOf,
                latency,
                token,
                workspaceZone,
                maximumVersion,
                callsPerWindow,
                indexLag,
                clock,
                gzipLevel);
    }

    /** Other people by another seed. */
    public SandboxSettings withSeed(long changed) {
        return new SandboxSettings(
                port,
                contacts,
                companies,
                teammates,
                changed,
                asOf,
                latency,
                token,
                workspaceZone,
                maximumVersion,
                callsPerWindow,
                indexLag,
                clock,
                gzipLevel);
    }

    /** People as they stood at this moment. */
    public SandboxSettings withAsOf(Instant changed) {
        return new SandboxSettings(
                port,
                contacts,
                companies,
                teammates,
                seed,
                changed,
                latency,
                token,
                workspaceZone,
                maximumVersion,
                callsPerWindow,
                indexLag,
                clock,
                gzipLevel);
    }

    /** So long until each answer. */
    public SandboxSettings withLatency(Duration changed) {
        return new SandboxSettings(
                port,
                contacts,
                companies,
                teammates,
                seed,
                asOf,
                changed,
                token,
                workspaceZone,
                maximumVersion,
                callsPerWindow,
                indexLag,
                clock,
                gzipLevel);
    }

    /** Only this token. */
    public SandboxSettings withToken(String changed) {
        return new SandboxSettings(
                port,
                contacts,
                companies,
                teammates,
                seed,
                asOf,
                latency,
                changed,
                workspaceZone,
                maximumVersion,
                callsPerWindow,
                indexLag,
                clock,
                gzipLevel);
    }

    /** Days of this time zone. */
    public SandboxSettings withWorkspaceZone(ZoneId changed) {
        return new SandboxSettings(
                port,
                contacts,
                companies,
                teammates,
                seed,
                asOf,
                latency,
                token,
                changed,
                maximumVersion,
                callsPerWindow,
                indexLag,
                clock,
                gzipLevel);
    }

    /** The newest version that is known. */
    public SandboxSettings withMaximumVersion(String changed) {
        return new SandboxSettings(
                port,
                contacts,
                companies,
                teammates,
                seed,
                asOf,
                latency,
                token,
                workspaceZone,
                changed,
                callsPerWindow,
                indexLag,
                clock,
                gzipLevel);
    }

    /** So many calls in ten seconds. */
    public SandboxSettings withCallsPerWindow(int changed) {
        return new SandboxSettings(
                port,
                contacts,
                companies,
                teammates,
                seed,
                asOf,
                latency,
                token,
                workspaceZone,
                maximumVersion,
                changed,
                indexLag,
                clock,
                gzipLevel);
    }

    /** So long until the search knows a change. */
    public SandboxSettings withIndexLag(Duration changed) {
        return new SandboxSettings(
                port,
                contacts,
                companies,
                teammates,
                seed,
                asOf,
                latency,
                token,
                workspaceZone,
                maximumVersion,
                callsPerWindow,
                changed,
                clock,
                gzipLevel);
    }

    /** The time of this clock. */
    public SandboxSettings withClock(Clock changed) {
        return new SandboxSettings(
                port,
                contacts,
                companies,
                teammates,
                seed,
                asOf,
                latency,
                token,
                workspaceZone,
                maximumVersion,
                callsPerWindow,
                indexLag,
                changed,
                gzipLevel);
    }

    /** Compression from 0 (stored, almost free) to 9. */
    public SandboxSettings withGzipLevel(int changed) {
        return new SandboxSettings(
                port,
                contacts,
                companies,
                teammates,
                seed,
                asOf,
                latency,
                token,
                workspaceZone,
                maximumVersion,
                callsPerWindow,
                indexLag,
                clock,
                changed);
    }
}
