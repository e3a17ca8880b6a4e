package io.eicbridge.sandbox.workspace;

import io.eicbridge.sandbox.people.Population;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** One made-up workspace: everything that Intercom would hold for a customer. */
public final class Workspace {
    /** The id code of the workspace. */
    public static final String ID = "sbx1gov8";

    private final ZoneId zone;
    private final Time time;
    private final Attributes attributes = new Attributes();
    private final Activities contactActivities;
    private final Tags tags = new Tags();
    private final Contacts contacts;
    private final Companies companies;
    private final Teammates teammates;
    private final Segments segments;
    private final ContactChanges changes;
    private final Effects effects = new Effects();
    private final Features features = new Features();
    private final ActivityLog activities = new ActivityLog();
    private final TeamConflicts teamConflicts = new TeamConflicts();
    private final Invitations invitations;

    /** A workspace of these people in a time zone; the search follows changes after the lag. */
    public Workspace(Population population, ZoneId zone, Clock clock, Duration lag) {
        this.zone = zone;
        this.time = new Time(clock);
        this.contactActivities = new Activities(time);
        this.contacts = new Contacts(population, time, lag);
        this.companies = new Companies(population, contacts.live());
        this.teammates = new Teammates(population);
        this.invitations = new Invitations(teammates, activities, features, time);
        this.changes = new ContactChanges(contacts, companies, contactActivities, attributes, time);
        this.segments = new Segments(attributes, population.asOf());
    }

    /** The zone whose midnights part the days of a search. */
    public ZoneId zone() {
        return zone;
    }

    /** The time. */
    public Time time() {
        return time;
    }

    /** The attributes of contacts. */
    public Attributes attributes() {
        return attributes;
    }

    /** What happened to contacts. */
    public Activities contactActivities() {
        return contactActivities;
    }

    /** The tags. */
    public Tags tags() {
        return tags;
    }

    /** The contacts. */
    public Contacts contacts() {
        return contacts;
    }

    /** Changes to contacts. */
    public ContactChanges changes() {
        return changes;
    }

    /** What calls of the API changed so far. */
    public Effects effects() {
        return effects;
    }

    /** What the plan allows. */
    public Features features() {
        return features;
    }

    /** The companies. */
    public Companies companies() {
        return companies;
    }

    /** The teammates and teams. */
    public Teammates teammates() {
        return teammates;
    }

    /** Those who were invited and have not joined. */
    public Invitations invitations() {
        return invitations;
    }

    /** The next writes of teams that collide with somebody else's. */
    public TeamConflicts teamConflicts() {
        return teamConflicts;
    }

    /** What teammates did. */
    public ActivityLog activities() {
        return activities;
    }

    /** The rules of segments. */
    public Segments segments() {
        return segments;
    }

    void reset() {
        contacts.reset();
        companies.reset();
        tags.reset();
        teammates.reset();
        invitations.reset();
        teamConflicts.reset();
        activities.reset();
        attributes.reset();
        contactActivities.reset();
        effects.reset();
        features.reset();
        time.offset(Duration.ZERO);
    }

    /** The tags of a contact that still exist. */
    public List<Tag> tagsOf(Contact contact) {
        return IntStream.of(contact.numbers(Holding.TAG))
                .mapToObj(tags::at)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The ids of a contact's companies that still exist. */
    public List<String> companiesOf(Contact contact) {
        return IntStream.of(contact.numbers(Holding.COMPANY))
                .filter(number -> !companies.isDeleted(number))
                .mapToObj(companies::idAt)
                .toList();
    }

    /** The explicit choices of a contact about subscriptions. */
    public static List<Subscription> choicesOf(Contact contact) {
        return IntStream.of(contact.numbers(Holding.SUBSCRIPTION))
                .mapToObj(number -> Subscription.values()[number])
                .toList();
    }
}
