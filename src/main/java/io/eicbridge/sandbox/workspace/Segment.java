package io.eicbridge.sandbox.workspace;

import java.util.Arrays;
import java.util.Optional;

/** A group that Intercom works out by a rule; nobody can be put in by hand. */
public enum Segment {
    ACTIVE("Active", "user", facts -> facts.user() && facts.seenWithin(14)),
    NEW("New", "user", facts -> facts.user() && facts.age() < 30),
    SLIPPING_AWAY("Slipping Away", "user", facts -> facts.user() && facts.seenWithin(90) && !facts.seenWithin(45)),
    DORMANT("Dormant", "user", facts -> facts.user() && !facts.seenWithin(365)),
    TRIAL("Trial", "user", facts -> "trial".equals(facts.plan())),
    VIP("VIP", "user", facts -> facts.revenue() >= 800),
    ENTERPRISE("Enterprise", "user", facts -> "enterprise".equals(facts.plan())),
    LEADS("All leads", "contact", facts -> !facts.user()),
    FRESH_LEADS("Fresh leads", "contact", facts -> !facts.user() && facts.age() < 90),
    OLD_FREE("Free for years", "user", facts -> "free".equals(facts.plan()) && facts.age() > 700);

    private final String title;
    private final String personType;
    private final Rule rule;

    private interface Rule {
        boolean holds(SegmentFacts facts);
    }

    Segment(String title, String personType, Rule rule) {
        this.title = title;
        this.personType = personType;
        this.rule = rule;
    }

    /** The name shown. */
    public String title() {
        return title;
    }

    /** {@code user}, or {@code contact} for leads. */
    public String personType() {
        return personType;
    }

    /** Intercom's id. */
    public String id() {
        return String.format("5f9c1e%018x", 4_660 + 17 * ordinal());
    }

    /** The segment of that id. */
    public static Optional<Segment> find(String id) {
        return Arrays.stream(values())
                .filter(segment -> segment.id().equals(id))
                .findFirst();
    }

    boolean matches(SegmentFacts facts) {
        return rule.holds(facts);
    }
}
