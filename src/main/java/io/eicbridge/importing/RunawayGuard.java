package io.eicbridge.importing;

import io.eicbridge.failure.Rejected;
import java.util.HashSet;
import java.util.Set;

/** Ends a slice that would go on for ever: a cursor that comes again, more rows than exist, pages without anything new. */
final class RunawayGuard {
    private static final int BARREN_PAGES = 3;
    private final Set<String> cursors = new HashSet<>();
    private final HashedIds ids = new HashedIds();
    private int barren;

    /** Refuses a cursor that this slice has been at before. */
    void at(String cursor, String slice) {
        if (cursor != null && !cursors.add(cursor)) {
            throw runaway("a cursor came a second time", slice);
        }
    }

    /** Refuses more rows than the list itself says it has; some contacts may be created meanwhile. */
    void rows(long read, Long total, String slice) {
        if (total != null && read > total + total / 50 + 300) {
            throw runaway(read + " rows were read of a list that counts " + total, slice);
        }
    }

    /** Refuses the third page in a row that brings no id that is new; for lists that tell neither count nor end. */
    void news(Iterable<String> pageIds, String slice) {
        boolean news = false;
        for (String id : pageIds) {
            news |= ids.add(id);
        }
        barren = news ? 0 : barren + 1;
        if (barren >= BARREN_PAGES) {
            throw runaway(BARREN_PAGES + " pages brought nothing new", slice);
        }
    }

    private static Rejected runaway(String why, String slice) {
        return new Rejected(
                "Intercom's list never ends (" + why + "), the run is given up and changes nothing " + slice);
    }
}
