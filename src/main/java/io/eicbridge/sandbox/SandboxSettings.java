package io.eicbridge.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** What the sandbox is like: who is in it, which rules hold, and how it answers. */
public record SandboxSettings(People people, Rules rules, Wire wire) {
    private static final int MOST_CONTACTS = 16_000_000;

    /**
     * The workspace's people; companies -1 is one for twenty contacts. They are made up as of a moment that does not follow the clock, so
     * that their ids stay the same from start to start.
     */
    public record People(int contacts, int companies, int teammates, long seed, Instant asOf) {
        /** People within the limits. */
        public People {
            if (contacts < 0 || contacts > MOST_CONTACTS) {
                throw new IllegalArgumentException(
                        "The sandbox makes up 0 to " + MOST_CONTACTS + " contacts, not " + contacts);
            }
        }
    }

    /** What Intercom decides: time, versions, limits and the delay of the search. */
    public record Rules(ZoneId zone, String maximumVersion, int callsPerWindow, Duration indexLag, Clock clock) {
        /** Rules within the limits. */
        public Rules {
            if (callsPerWindow < 1) {
                throw new IllegalArgumentException(
                        "The sandbox needs 1 call per window or more, not " + callsPerWindow);
            }
        }
    }

    /** How it listens and answers; port 0 is any free one, tokens null are any, compression from 0 (stored) to 9. */
    public record Wire(int port, Duration latency, String token, String scimToken, int gzipLevel) {}

    /** A thousand contacts and 25 teammates of an American workspace, answered at once. */
    public static SandboxSettings defaults() {
        return new SandboxSettings(
                new People(1_000, -1, 25, 1, Instant.parse("2026-11-20T17:45:00Z")),
                new Rules(ZoneId.of("America/Los_Angeles"), "2.17", 1_666, Duration.ZERO, Clock.systemUTC()),
                new Wire(0, Duration.ZERO, null, null, 1));
    }

    /** How many companies the settings come to. */
    int companies() {
        return people.companies < 0 ? people.contacts / 20 : people.companies;
    }

    private SandboxSettings with(People changed) {
        return new SandboxSettings(changed, rules, wire);
    }

    private SandboxSettings with(Rules changed) {
        return new SandboxSettings(people, changed, wire);
    }

    private SandboxSettings with(Wire changed) {
        return new SandboxSettings(people, rules, changed);
    }

    /** So many contacts. */
    public SandboxSettings withContacts(int changed) {
        return with(new People(changed, people.companies, people.teammates, people.seed, people.asOf));
    }

    /** So many companies. */
    public SandboxSettings withCompanies(int changed) {
        return with(new People(people.contacts, changed, people.teammates, people.seed, people.asOf));
    }

    /** So many teammates. */
    public SandboxSettings withTeammates(int changed) {
        return with(new People(people.contacts, people.companies, changed, people.seed, people.asOf));
    }

    /** Other people by another seed. */
    public SandboxSettings withSeed(long changed) {
        return with(new People(people.contacts, people.companies, people.teammates, changed, people.asOf));
    }

    /** People as they stood at this moment. */
    public SandboxSettings withAsOf(Instant changed) {
        return with(new People(people.contacts, people.companies, people.teammates, people.seed, changed));
    }

    /** Days of this time zone. */
    public SandboxSettings withWorkspaceZone(ZoneId changed) {
        return with(new Rules(changed, rules.maximumVersion, rules.callsPerWindow, rules.indexLag, rules.clock));
    }

    /** The newest version of the API that is known. */
    public SandboxSettings withMaximumVersion(String changed) {
        return with(new Rules(rules.zone, changed, rules.callsPerWindow, rules.indexLag, rules.clock));
    }

    /** So many calls in ten seconds. */
    public SandboxSettings withCallsPerWindow(int changed) {
        return with(new Rules(rules.zone, rules.maximumVersion, changed, rules.indexLag, rules.clock));
    }

    /** So long until the search knows a change. */
    public SandboxSettings withIndexLag(Duration changed) {
        return with(new Rules(rules.zone, rules.maximumVersion, rules.callsPerWindow, changed, rules.clock));
    }

    /** The time of this clock. */
    public SandboxSettings withClock(Clock changed) {
        return with(new Rules(rules.zone, rules.maximumVersion, rules.callsPerWindow, rules.indexLag, changed));
    }

    /** Listens on this port. */
    public SandboxSettings withPort(int changed) {
        return with(new Wire(changed, wire.latency, wire.token, wire.scimToken, wire.gzipLevel));
    }

    /** So long until each answer. */
    public SandboxSettings withLatency(Duration changed) {
        return with(new Wire(wire.port, changed, wire.token, wire.scimToken, wire.gzipLevel));
    }

    /** Only this token. */
    public SandboxSettings withToken(String changed) {
        return with(new Wire(wire.port, wire.latency, changed, wire.scimToken, wire.gzipLevel));
    }

    /** Only this token for SCIM. */
    public SandboxSettings withScimToken(String changed) {
        return with(new Wire(wire.port, wire.latency, wire.token, changed, wire.gzipLevel));
    }

    /** Compression from 0 (stored, almost free) to 9. */
    public SandboxSettings withGzipLevel(int changed) {
        return with(new Wire(wire.port, wire.latency, wire.token, wire.scimToken, changed));
    }
}
