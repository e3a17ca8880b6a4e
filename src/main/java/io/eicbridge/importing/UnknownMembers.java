package io.eicbridge.importing;

import io.eicbridge.journal.NewSlice;
import io.eicbridge.journal.Slices;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Plans the reading of contacts that are members of something and that the directory does not know: the search told them too late, or a
 * tag brought them into scope. A full run meets them in its own lists.
 */
public final class UnknownMembers {
    private final Slices slices;

    /** Plans in this journal. */
    public UnknownMembers(Slices slices) {
        this.slices = slices;
    }

    /** Plans a slice for each id that is neither known nor planned in this run, in the transaction of its page. */
    void plan(Handle handle, LiveRun run, Collection<String> ids, Set<String> known) {
        if (!run.isIncremental()) {
            return;
        }
        Set<String> unknown = new HashSet<>(ids);
        unknown.removeAll(known);
        unknown.removeIf(run.refusedBefore()::has);
        if (!unknown.isEmpty()) {
            unknown.removeAll(slices.subjects(handle, run.getId(), SliceKind.READ_ACCOUNT.text(), unknown));
            slices.plan(
                    handle,
                    run.getId(),
                    unknown.stream().sorted().map(UnknownMembers::read).toList());
        }
    }

    static NewSlice read(String contact) {
        return new NewSlice(Phase.MEMBERSHIPS.text(), SliceKind.READ_ACCOUNT.text(), contact, null, null, null);
    }
}
