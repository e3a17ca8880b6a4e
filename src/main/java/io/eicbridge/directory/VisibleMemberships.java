package io.eicbridge.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Walks through the memberships of one type that a published state shows, in the order of their accounts. */
final class VisibleMemberships {
    /** Rows read at once; at least so many, because all of a small window could be invisible. */
    private static final int LARGEST = 10_000;

    private static final int SMALLEST = 500;
    private static final String INVISIBLE = "select entitlement from entitlements where entitlement > :first"
            + " and entitlement <= :last and (entitlement_value is null or first_run = any(:hidden)"
            + " or status = 0 and changed_run <> all(:hidden))";

    private final Handle handle;
    private final Pin pin;
    private final Set<Long> invisible;
    private long last;
    private long at;
    private boolean ended;

    VisibleMemberships(Handle handle, Pin pin, TypeRow type, long after) {
        this.handle = handle;
        this.pin = pin;
        this.invisible = new HashSet<>(handle.createQuery(INVISIBLE)
                .bind("first", type.entitlement(0))
                .bind("last", type.entitlement(type.entitlements()))
                .bindArray("hidden", Long.class, pin.hidden())
                .mapTo(Long.class)
                .list());
        this.last = PackedKey.lastMembership(type.no(), PackedKey.PLACES);
        this.at = Math.max(after, PackedKey.firstMembership(type.no(), 0));
    }

    /** Goes on with another stretch: what lies after {@code after}, up to {@code last}. */
    void within(long after, long last) {
        this.at = after;
        this.last = last;
        this.ended = false;
    }

    /** The next memberships, less than {@code limit} only at the end. */
    List<Long> next(long limit) {
        List<Long> page = new ArrayList<>();
        while (page.size() < limit && !ended) {
            page.addAll(window((int) Math.min(LARGEST, limit - page.size())));
        }
        return page;
    }

    /** Passes over visible memberships; returns how many there were, less than {@code count} only at the end. */
    long skip(long count) {
        long skipped = 0;
        while (skipped < count && !ended) {
            skipped += window((int) Math.min(LARGEST, count - skipped)).size();
        }
        return skipped;
    }

    /** The last membership that was passed. */
    long position() {
        return at;
    }

    /** At most {@code wanted} visible memberships of the next stored ones; the rest is left for the next window. */
    private List<Long> window(int wanted) {
        int size = Math.max(wanted, SMALLEST);
        List<Membership> stored = MembershipRows.after(handle, at, last, size);
        List<Long> shown = new ArrayList<>(wanted);
        for (Membership membership : stored) {
            if (shown.size() == wanted) {
                return shown;
            }
            at = membership.key();
            if (pin.shows(membership) && !invisible.contains(PackedKey.entitlement(at))) {
                shown.add(at);
            }
        }
        ended = stored.size() < size;
        return shown;
    }
}
