package io.eicbridge.sandbox.people;

import java.util.List;

/** One made-up person: who they are and how they can be reached; each value is worked out when asked for. */
public final class Person {
    private static final int ROLE = 10;
    private static final int NAME = 11;
    private static final int MAIL = 20;
    private static final double NO_MAIL = 0.35;
    private static final double SHARED_MAIL = 0.45;
    private static final int PLACE = 30;
    private static final int OWNER = 40;
    private static final int FLAGS = 50;
    private static final List<String> DOMAINS = List.of("example.com", "example.net", "example.org");
    private final Population population;
    private final Noise noise;
    private final int index;
    private final Habits habits;
    private Culture culture;
    private long createdAt = Long.MIN_VALUE;

    Person(Population population, int index) {
        this.population = population;
        this.noise = population.noise();
        this.index = index;
        this.habits = new Habits(this, noise, population.asOf(), index);
    }

    /** The position among all people. */
    public int index() {
        return index;
    }

    /** What this person does and when. */
    public Habits habits() {
        return habits;
    }

    /** What this person holds. */
    public Possessions possessions() {
        return new Possessions(noise, population.firms(), index);
    }

    /** The id of 24 hexadecimal digits. */
    public String id() {
        return population.ids().of(createdAt(), index);
    }

    /** When the person was created, in Unix seconds. */
    public long createdAt() {
        if (createdAt == Long.MIN_VALUE) {
            createdAt = population.createdAt(index);
        }
        return createdAt;
    }

    /** True for the six in seven who signed up. */
    public boolean isUser() {
        return noise.chance(0.86, index, ROLE);
    }

    /** The customer's own key; some leads and a few users have none. */
    public String externalId() {
        boolean given = noise.chance(isUser() ? 0.99 : 0.3, index, ROLE + 1);
        return given ? "user-" + (100_000 + index) : null;
    }

    /** The full name; some leads never told it. */
    public String name() {
        if (!isUser() && noise.chance(0.3, index, NAME)) {
            return null;
        }
        return given() + " " + surname();
    }

    /** The mail address at a reserved domain; some leads have none, some share a user's. */
    public String email() {
        if (!isUser() && noise.unit(index, MAIL) < NO_MAIL) {
            return null;
        }
        int owner = addressOf();
        return owner == index ? ownEmail() : population.at(owner).ownEmail();
    }

    /** The position of the person whose address this one has; most have one of their own. */
    public int addressOf() {
        if (index == 0 || isUser()) {
            return index;
        }
        double kind = noise.unit(index, MAIL);
        return kind >= NO_MAIL && kind < SHARED_MAIL ? noise.below(index, index, MAIL + 1) : index;
    }

    private String ownEmail() {
        return Letters.latin(given()) + "." + Letters.latin(surname()) + "." + Integer.toString(index, 36) + "@"
                + domain();
    }

    private String domain() {
        int firm = possessions().firstCompany();
        return firm >= 0 ? population.firms().domain(firm) : DOMAINS.get(noise.below(DOMAINS.size(), index, MAIL + 2));
    }

    private String given() {
        List<String> names = culture().givenNames();
        return names.get(noise.below(names.size(), index, NAME + 1));
    }

    private String surname() {
        List<String> names = culture().surnames();
        return names.get(noise.below(names.size(), index, NAME + 2));
    }

    /** A telephone number that is kept free for fiction, where the country has such numbers and the person gave one. */
    public String phone() {
        boolean given = culture().hasTelephone() && noise.chance(0.4, index, PLACE);
        return given ? culture().number(noise.bits(index, PLACE + 1)) : null;
    }

    /** The country's English name. */
    public String country() {
        return culture().country();
    }

    /** The country's two letters. */
    public String countryCode() {
        return culture().code();
    }

    /** The region. */
    public String region() {
        return culture().region();
    }

    /** The city. */
    public String city() {
        return culture().cities().get(noise.below(culture().cities().size(), index, PLACE + 2));
    }

    /** The language the person writes in. */
    public String language() {
        return culture().language();
    }

    /** Where in the list of teammates the owner stands, -1 for nobody. */
    public int owner() {
        int teammates = population.teammates();
        boolean owned = teammates > 0 && noise.chance(0.25, index, OWNER);
        return owned ? noise.below(teammates, index, OWNER + 1) : -1;
    }

    /** True for the few whose mail came back. */
    public boolean hasHardBounced() {
        return noise.chance(0.01, index, FLAGS);
    }

    /** True for the few who called a mail spam. */
    public boolean markedAsSpam() {
        return noise.chance(0.003, index, FLAGS + 1);
    }

    /** True for those who want no mail at all. */
    public boolean isUnsubscribed() {
        return noise.chance(0.06, index, FLAGS + 2);
    }

    private Culture culture() {
        if (culture == null) {
            culture = population.cultureOf(index);
        }
        return culture;
    }
}
