package io.eicbridge.importing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a slice reads, and of which entitlement type; its name in lower case stands in the journal. */
enum SliceKind {
    ADMINS,
    CONTACTS_LIST,
    CONTACTS_SEARCH,
    CONTACTS_CHANGED,
    TEAMS("Team"),
    TAGS("Tag"),
    SEGMENTS("Segment"),
    SUBSCRIPTIONS("Subscription"),
    COMPANIES("Company"),
    SEGMENT_MEMBERS("Segment"),
    TAG_MEMBERS("Tag"),
    CONTACT_TAGS("Tag"),
    CONTACT_COMPANIES("Company"),
    CONTACT_SUBSCRIPTIONS("Subscription"),
    CONTACT_SEGMENTS("Segment"),
    CONFIRM_ACCOUNT,
    CONFIRM_ENTITLEMENT,
    READ_ACCOUNT,
    READ_ENTITLEMENT;

    private static final Set<SliceKind> LISTS = Set.of(TEAMS, TAGS, SEGMENTS, SUBSCRIPTIONS, COMPANIES);
    private static final Set<SliceKind> OF_ACCOUNTS =
            Set.of(CONTACT_TAGS, CONTACT_COMPANIES, CONTACT_SUBSCRIPTIONS, CONTACT_SEGMENTS);

    private final String type;

    SliceKind() {
        this(null);
    }

    SliceKind(String type) {
        this.type = type;
    }

    /** The entitlement type that slices of this kind are about; those of accounts, and of single questions, have none. */
    String type() {
        if (type == null) {
            throw new IllegalStateException("of no one type: " + this);
        }
        return type;
    }

    /** The kind that lists the entitlements of a type; none where no list of Intercom's tells them. */
    static Optional<SliceKind> listing(String type) {
        return among(LISTS, type);
    }

    /** The kind that lists what one account holds of a type. */
    static SliceKind heldOf(String type) {
        return among(OF_ACCOUNTS, type).orElseThrow(() -> new IllegalStateException("never in part: " + type));
    }

    private static Optional<SliceKind> among(Set<SliceKind> kinds, String type) {
        return Arrays.stream(values())
                .filter(kind -> kinds.contains(kind) && kind.type.equals(type))
                .findFirst();
    }

    /** Whether slices of this kind search contacts, which lags behind what Intercom tells by id. */
    boolean searches() {
        return this == CONTACTS_SEARCH || this == CONTACTS_CHANGED;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static SliceKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
