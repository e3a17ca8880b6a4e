package io.eicbridge.sandbox.people;

import java.util.List;

/** What a person does and when; times are Unix seconds, null for never. */
public final class Habits {
    private static final int SEEN = 100;
    private static final int CONTACTED = 110;
    private static final int DEVICE = 120;
    private static final int CUSTOMER = 130;
    private static final List<String> BROWSERS = List.of("chrome", "safari", "firefox", "edge");
    private static final List<String> SYSTEMS = List.of("Windows", "OS X", "Linux", "iOS", "Android");
    private static final List<String> PLANS = List.of("free", "trial", "team", "business", "enterprise");
    private static final double[] PLAN_SHARES = {0.45, 0.57, 0.85, 0.96, 1};
    private static final List<String> SOURCES = List.of("organic", "referral", "ads", "partner", "event", "outbound");
    private final Person person;
    private final Noise noise;
    private final long asOf;
    private final int index;

    Habits(Person person, Noise noise, long asOf, int index) {
        this.person = person;
        this.noise = noise;
        this.asOf = asOf;
        this.index = index;
    }

    /** When a user signed up. */
    public Long signedUpAt() {
        return person.isUser() ? person.createdAt() : null;
    }

    /** When the person was last seen; some leads never were. */
    public Long lastSeenAt() {
        boolean seen = noise.chance(person.isUser() ? 0.95 : 0.6, index, SEEN);
        return seen ? seen() : null;
    }

    private long seen() {
        double share = noise.unit(index, SEEN + 1);
        return person.createdAt() + (long) ((asOf - person.createdAt()) * (1 - share * share));
    }

    /** When anything about the person last changed: not before they were last seen. */
    public long updatedAt() {
        Long seen = lastSeenAt();
        long least = seen == null ? person.createdAt() : seen;
        double share = noise.unit(index, SEEN + 2);
        return least + (long) ((asOf - least) * share * share * share);
    }

    /** When the person last wrote. */
    public Long lastRepliedAt() {
        return sometime(0.2, CONTACTED);
    }

    /** When a teammate last wrote to the person. */
    public Long lastContactedAt() {
        return sometime(0.4, CONTACTED + 2);
    }

    /** When the person last opened a mail. */
    public Long lastOpenedAt() {
        return sometime(0.35, CONTACTED + 4);
    }

    /** When the person last followed a link in a mail. */
    public Long lastClickedAt() {
        return sometime(0.1, CONTACTED + 6);
    }

    private Long sometime(double share, int purpose) {
        if (!noise.chance(share, index, purpose)) {
            return null;
        }
        return person.createdAt() + (long) ((asOf - person.createdAt()) * noise.unit(index, purpose + 1));
    }

    /** The browser last used. */
    public String browser() {
        return noise.chance(0.85, index, DEVICE) ? one(BROWSERS, DEVICE + 1) : null;
    }

    /** The browser's version. */
    public String browserVersion() {
        return browser() == null ? null : 100 + noise.below(40, index, DEVICE + 2) + ".0.0";
    }

    /** The system last used. */
    public String system() {
        return browser() == null ? null : one(SYSTEMS, DEVICE + 3);
    }

    /** The plan the customer is on; leads have none. */
    public String plan() {
        if (!person.isUser()) {
            return null;
        }
        double share = noise.unit(index, CUSTOMER);
        int plan = 0;
        while (share >= PLAN_SHARES[plan]) {
            plan++;
        }
        return PLANS.get(plan);
    }

    /** Monthly revenue in whole dollars; leads have none. */
    public Integer revenue() {
        String plan = plan();
        if (plan == null) {
            return null;
        }
        int level = Math.max(0, PLANS.indexOf(plan) - 1);
        return level == 0 ? 0 : (1 + noise.below(20, index, CUSTOMER + 1)) * level * level * 15;
    }

    /** How the person was won. */
    public String source() {
        return noise.chance(0.8, index, CUSTOMER + 2) ? one(SOURCES, CUSTOMER + 3) : null;
    }

    /** When the contract is renewed, for those who pay: a midnight within the coming year. */
    public Long renewalAt() {
        Integer revenue = revenue();
        boolean pays = revenue != null && revenue > 0;
        return pays ? (asOf / 86_400 + noise.below(365, index, CUSTOMER + 4)) * 86_400 : null;
    }

    /** True for customers who administer their own account. */
    public Boolean isAdministrator() {
        return person.isUser() ? noise.chance(0.12, index, CUSTOMER + 5) : null;
    }

    private String one(List<String> choices, int purpose) {
        return choices.get(noise.below(choices.size(), index, purpose));
    }
}
