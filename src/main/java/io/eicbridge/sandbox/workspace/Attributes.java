package io.eicbridge.sandbox.workspace;

import static io.eicbridge.sandbox.workspace.Attribute.flag;
import static io.eicbridge.sandbox.workspace.Attribute.text;
import static io.eicbridge.sandbox.workspace.Attribute.time;

import io.eicbridge.sandbox.people.Person;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The attributes of contacts: Intercom's own, and the customer's, to which new ones can be added. */
public final class Attributes {
    /** When a contact was created. */
    public static final Attribute CREATED_AT = time("created_at", Person::createdAt);

    /** When a contact was last changed. */
    public static final Attribute UPDATED_AT =
            time("updated_at", person -> person.habits().updatedAt());

    /** Intercom's id. */
    public static final Attribute ID = text("id", Person::id);

    /** The customer's id. */
    public static final Attribute EXTERNAL_ID = text("external_id", Person::externalId);

    /** The mail address. */
    public static final Attribute EMAIL = text("email", Person::email);

    /** The address of the picture. */
    public static final Attribute AVATAR = text("avatar", person -> null);

    /** User or lead. */
    public static final Attribute ROLE = new Attribute("role", Kind.TEXT, Attributes::role, "user");

    /** Those that stand directly in a contact, in the order in which they are written. */
    public static final List<Attribute> PLAIN = List.of(
            ID,
            EXTERNAL_ID,
            ROLE,
            EMAIL,
            text("phone", Person::phone),
            text("name", Person::name),
            text("owner_id", Attributes::owner),
            flag("has_hard_bounced", Person::hasHardBounced),
            flag("marked_email_as_spam", Person::markedAsSpam),
            flag("unsubscribed_from_emails", Person::isUnsubscribed),
            CREATED_AT,
            UPDATED_AT,
            time("signed_up_at", person -> person.habits().signedUpAt()),
            time("last_seen_at", person -> person.habits().lastSeenAt()),
            time("last_replied_at", person -> person.habits().lastRepliedAt()),
            time("last_contacted_at", person -> person.habits().lastContactedAt()),
            time("last_email_opened_at", person -> person.habits().lastOpenedAt()),
            time("last_email_clicked_at", person -> person.habits().lastClickedAt()),
            text("language_override", person -> null),
            text("browser", person -> person.habits().browser()),
            text("browser_version", person -> person.habits().browserVersion()),
            text("browser_language", Person::language),
            text("os", person -> person.habits().system()),
            text("android_app_name", person -> null),
            text("android_app_version", person -> null),
            text("android_device", person -> null),
            text("android_os_version", person -> null),
            text("android_sdk_version", person -> null),
            time("android_last_seen_at", person -> null),
            text("ios_app_name", person -> null),
            text("ios_app_version", person -> null),
            text("ios_device", person -> null),
            text("ios_os_version", person -> null),
            text("ios_sdk_version", person -> null),
            time("ios_last_seen_at", person -> null));

    /** Where a contact is. */
    public static final List<Attribute> LOCATION = List.of(
            text("location.country", Person::country),
            text("location.region", Person::region),
            text("location.city", Person::city),
            text("location.country_code", Person::countryCode),
            text("location.continent_code", person -> null));

    private static final Map<String, Attribute> SEARCHABLE = searchable();
    private volatile Map<String, Attribute> custom = Map.of();
    private volatile Map<String, Attribute> companies = Map.of();

    /** The attributes of a fresh workspace. */
    public Attributes() {
        reset();
    }

    /** Forgets every attribute that was added. */
    synchronized void reset() {
        custom = Map.of();
        companies = Map.of();
        define("plan", Kind.TEXT, person -> person.habits().plan());
        define("mrr", Kind.NUMBER, person -> person.habits().revenue());
        define("signup_source", Kind.TEXT, person -> person.habits().source());
        define("renewal_date", Kind.DAY, person -> person.habits().renewalAt());
        define("account_admin", Kind.FLAG, person -> person.habits().isAdministrator());
        define("job_title", Kind.TEXT, person -> null);
    }

    private void define(String shortName, Kind kind, Function<Person, Object> made) {
        add(new Attribute(Attribute.CUSTOM + shortName, kind, made, null));
    }

    /** Readers, who are many and quick, see either map whole. */
    private void add(Attribute attribute) {
        Map<String, Attribute> more = new LinkedHashMap<>(custom);
        more.put(attribute.name(), attribute);
        custom = Collections.unmodifiableMap(more);
    }

    /** Adds a custom attribute of the type of its first value, where it is not known yet. */
    synchronized void learn(String name, Object value) {
        if (name.startsWith(Attribute.CUSTOM) && !custom.containsKey(name)) {
            add(new Attribute(name, kindOf(value), person -> null, null));
        }
    }

    /** Adds a custom attribute of contacts that only takes these values, or any where there are none. */
    public synchronized Attribute define(String shortName, Kind kind, List<String> options) {
        Attribute attribute = new Attribute(Attribute.CUSTOM + shortName, kind, person -> null, null, options);
        add(attribute);
        return attribute;
    }

    /** Adds a custom attribute of companies that only takes these values, or any where there are none. */
    public synchronized Attribute defineForCompanies(String shortName, Kind kind, List<String> options) {
        Attribute attribute = new Attribute(Attribute.CUSTOM + shortName, kind, person -> null, null, options);
        Map<String, Attribute> more = new LinkedHashMap<>(companies);
        more.put(attribute.name(), attribute);
        companies = Collections.unmodifiableMap(more);
        return attribute;
    }

    /** The custom attributes of companies that were added. */
    public Collection<Attribute> ofCompanies() {
        return companies.values();
    }

    private static Kind kindOf(Object value) {
        if (value instanceof Boolean) {
            return Kind.FLAG;
        }
        return value instanceof Number ? Kind.NUMBER : Kind.TEXT;
    }

    /** The customer's attributes. */
    public Collection<Attribute> custom() {
        return custom.values();
    }

    /** The attribute of that name that a search may use. */
    public Optional<Attribute> searchable(String name) {
        Attribute own = SEARCHABLE.get(name);
        return Optional.ofNullable(own == null ? custom.get(name) : own);
    }

    /** True where a contact may be given a value under that name. */
    static boolean isSettable(String name) {
        return SEARCHABLE.containsKey(name) || name.startsWith(Attribute.CUSTOM);
    }

    private static Map<String, Attribute> searchable() {
        Map<String, Attribute> byName = new LinkedHashMap<>();
        PLAIN.forEach(attribute -> byName.put(attribute.name(), attribute));
        LOCATION.forEach(attribute -> byName.put(attribute.name(), attribute));
        byName.put("email_domain", text("email_domain", Attributes::domain));
        byName.put("formatted_phone", text("formatted_phone", Person::phone));
        byName.put(AVATAR.name(), AVATAR);
        return byName;
    }

    private static Object role(Person person) {
        return person.isUser() ? "user" : "lead";
    }

    private static Object owner(Person person) {
        int position = person.owner();
        return position < 0 ? null : Teammates.idAt(position);
    }

    private static Object domain(Person person) {
        String email = person.email();
        return email == null ? null : email.substring(email.indexOf('@') + 1);
    }
}
