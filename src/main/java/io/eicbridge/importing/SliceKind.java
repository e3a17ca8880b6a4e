package io.eicbridge.importing;

import java.util.Locale;

/** What a slice reads; its name in lower case stands in the journal. */
enum SliceKind {
    ADMINS,
    CONTACTS_LIST,
    CONTACTS_SEARCH,
    CONTACTS_CHANGED,
    TEAMS,
    TAGS,
    SEGMENTS,
    SUBSCRIPTIONS,
    COMPANIES,
    SEGMENT_MEMBERS,
    TAG_MEMBERS,
    CONTACT_TAGS,
    CONTACT_COMPANIES,
    CONTACT_SUBSCRIPTIONS,
    CONTACT_SEGMENTS,
    CONFIRM_ACCOUNT,
    CONFIRM_ENTITLEMENT,
    READ_ACCOUNT,
    READ_ENTITLEMENT;

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static SliceKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
