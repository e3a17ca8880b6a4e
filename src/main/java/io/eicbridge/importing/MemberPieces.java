package io.eicbridge.importing;

import io.eicbridge.intercom.CreatedRange;
import io.eicbridge.journal.NewSlice;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** Cuts the members of a segment or tag where the accounts were cut, until no piece holds many: rules favour times, the newest above all. */
final class MemberPieces {
    private static final int MANY = 2_000;
    private final ContactSlices contacts;
    private final Executor readers;
    private final LiveRun run;
    private final List<Instant> limits;

    /** Pieces of this run, which begin and end at some of the limits; counted by several readers at a time. */
    MemberPieces(ContactSlices contacts, Executor readers, LiveRun run, List<Instant> limits) {
        this.contacts = contacts;
        this.readers = readers;
        this.run = run;
        this.limits = limits;
    }

    /** A stretch of neighbouring pieces: the first begins at limit {@code from} (0: open), the last ends at {@code to}. */
    private record Stretch(SliceKind kind, String id, int from, int to, long members) {}

    CompletableFuture<List<NewSlice>> of(SliceKind kind, String id) {
        return counted(kind, id, 0, limits.size() + 1).thenCompose(this::cut);
    }

    /** The pieces of an entitlement that has been counted as a whole. */
    CompletableFuture<List<NewSlice>> of(SliceKind kind, String id, long members) {
        return cut(new Stretch(kind, id, 0, limits.size() + 1, members));
    }

    private CompletableFuture<List<NewSlice>> cut(Stretch whole) {
        if (whole.members() <= MANY || whole.to() - whole.from() < 2) {
            return CompletableFuture.completedFuture(List.of(slice(whole)));
        }
        int middle = (whole.from() + whole.to()) / 2;
        return counted(whole.kind(), whole.id(), whole.from(), middle).thenCompose(left -> {
            long others = Math.max(0, whole.members() - left.members());
            Stretch right = new Stretch(whole.kind(), whole.id(), middle, whole.to(), others);
            return cut(left).thenCombine(cut(right), MemberPieces::both);
        });
    }

    private CompletableFuture<Stretch> counted(SliceKind kind, String id, int from, int to) {
        return CompletableFuture.supplyAsync(
                () -> new Stretch(
                        kind,
                        id,
                        from,
                        to,
                        contacts.count(run, run.query(range(from, to), MemberPages.holders(kind, id)))),
                readers);
    }

    private CreatedRange range(int from, int to) {
        return new CreatedRange(
                from == 0 ? null : limits.get(from - 1), to > limits.size() ? null : limits.get(to - 1));
    }

    private NewSlice slice(Stretch stretch) {
        CreatedRange range = range(stretch.from(), stretch.to());
        return new NewSlice(
                Phase.MEMBERSHIPS.text(),
                stretch.kind().text(),
                stretch.id(),
                range.from(),
                range.to(),
                stretch.members());
    }

    private static List<NewSlice> both(List<NewSlice> left, List<NewSlice> right) {
        return Stream.concat(left.stream(), right.stream()).toList();
    }
}
