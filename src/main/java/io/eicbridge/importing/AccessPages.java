package io.eicbridge.importing;

import io.eicbridge.failure.Failure;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Listing;
import io.eicbridge.intercom.Listings;

/** Walks through lists of entitlements, of their members, and through single confirmations. */
public final class AccessPages {
    private final EntitlementPages entitlements;
    private final MemberPages members;
    private final Confirmations confirmations;
    private final SingleReads singles;
    private final CompanyScroll scroll;
    private final AsideHints aside;

    /** Pages that are stored by these parts. */
    public AccessPages(
            EntitlementPages entitlements,
            MemberPages members,
            Confirmations confirmations,
            SingleReads singles,
            CompanyScroll scroll,
            AsideHints aside) {
        this.entitlements = entitlements;
        this.members = members;
        this.confirmations = confirmations;
        this.singles = singles;
        this.scroll = scroll;
        this.aside = aside;
    }

    /** The call for the slice's next page. */
    public Call next(OpenSlice slice) {
        LiveRun run = slice.run();
        return run.own(
                switch (slice.kind()) {
                    case CONFIRM_ACCOUNT, CONFIRM_ENTITLEMENT -> confirmations.ask(slice);
                    case READ_ACCOUNT, READ_ENTITLEMENT -> singles.ask(slice);
                    case SEGMENT_MEMBERS, TAG_MEMBERS ->
                        MemberPages.listing(slice).call(slice.cursor()).onlyIds();
                    default -> listing(slice).call(slice.cursor());
                });
    }

    /** Stores what Intercom answered, together with the checkpoint. */
    public void store(OpenSlice slice, Answer answer) {
        slice.told(answer.date());
        switch (slice.kind()) {
            case CONFIRM_ACCOUNT, CONFIRM_ENTITLEMENT -> confirmations.judge(slice, answer);
            case READ_ACCOUNT, READ_ENTITLEMENT -> singles.store(slice, answer);
            case SEGMENT_MEMBERS, TAG_MEMBERS ->
                members.members(slice, MemberPages.listing(slice).read(answer));
            case CONTACT_TAGS, CONTACT_COMPANIES, CONTACT_SUBSCRIPTIONS, CONTACT_SEGMENTS ->
                members.rest(slice, listing(slice).read(answer));
            default -> entitlements.store(slice, listing(slice).read(answer));
        }
    }

    /**
     * Begins a broken companies scroll again, lets a targeted run go on without an object that Intercom refuses or fails to tell of,
     * or passes the failure on where nothing else helps.
     */
    public void restart(OpenSlice slice, Failure failure) {
        if (slice.run().isTargeted() && failure instanceof Rejected refused) {
            confirmations.refused(slice, refused);
        } else if (failure instanceof Transient passing && aside.putAside(slice, passing)) {
            return;
        } else if (slice.kind() != SliceKind.COMPANIES || !scroll.again(slice, failure)) {
            throw failure;
        }
    }

    private static Listing listing(OpenSlice slice) {
        String subject = slice.subject();
        return switch (slice.kind()) {
            case TEAMS -> Listings.teams();
            case TAGS -> Listings.tags();
            case SEGMENTS -> Listings.segments();
            case SUBSCRIPTIONS -> Listings.subscriptionTypes();
            case COMPANIES -> Listings.companiesScroll();
            case CONTACT_TAGS -> Listings.contactTags(subject);
            case CONTACT_COMPANIES -> Listings.contactCompanies(subject);
            case CONTACT_SEGMENTS -> Listings.contactSegments(subject);
            case CONTACT_SUBSCRIPTIONS -> Listings.contactSubscriptions(subject);
            default -> throw new IllegalStateException("no access list: " + slice.kind());
        };
    }
}
