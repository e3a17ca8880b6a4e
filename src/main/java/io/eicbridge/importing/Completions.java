package io.eicbridge.importing;

import io.eicbridge.importing.MappedPage.HeldList;
import io.eicbridge.journal.NewSlice;
import java.util.List;

/** Plans the reading of a list that an account carried only in part. */
final class Completions {
    private Completions() {}

    /** The lists of a page's accounts that were not carried whole. */
    static List<NewSlice> of(MappedPage page) {
        return page.held().stream()
                .filter(list -> !list.whole())
                .map(Completions::of)
                .toList();
    }

    /** The segments of an account that was found live after the members of all segments were read. */
    static NewSlice segments(String account) {
        return of(new HeldList("Segment", account, List.of(), false));
    }

    private static NewSlice of(HeldList list) {
        SliceKind kind = SliceKind.heldOf(list.type());
        return new NewSlice(Phase.MEMBERSHIPS.text(), kind.text(), list.account(), null, null, null);
    }
}
