package io.eicbridge.importing;

import io.eicbridge.importing.MappedPage.HeldList;
import io.eicbridge.journal.NewSlice;

/** Plans the reading of a list that an account carried only in part. */
final class Completions {
    private Completions() {}

    static NewSlice of(HeldList list) {
        SliceKind kind =
                switch (list.type()) {
                    case "Tag" -> SliceKind.CONTACT_TAGS;
                    case "Company" -> SliceKind.CONTACT_COMPANIES;
                    case "Subscription" -> SliceKind.CONTACT_SUBSCRIPTIONS;
                    default -> throw new IllegalStateException("never in part: " + list.type());
                };
        return new NewSlice(Phase.MEMBERSHIPS.text(), kind.text(), list.account(), null, null, null);
    }

    /** The entitlement type that a slice of this kind completes. */
    static String type(SliceKind kind) {
        return switch (kind) {
            case CONTACT_TAGS -> "Tag";
            case CONTACT_COMPANIES -> "Company";
            case CONTACT_SUBSCRIPTIONS -> "Subscription";
            default -> throw new IllegalStateException("completes nothing: " + kind);
        };
    }
}
