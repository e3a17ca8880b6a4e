package io.eicbridge.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.intercom.Calls;
import io.eicbridge.intercom.CreatedRange;
import io.eicbridge.intercom.Listing;
import io.eicbridge.intercom.Listings;
import io.eicbridge.intercom.Page;
import io.eicbridge.journal.NewSlice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/** Cuts all contacts into slices by their time of creation, which never changes, about equal by Intercom's own counts. */
public final class ContactSlices {
    static final CreatedRange EVERYTHING = new CreatedRange(null, null);
    /** A slice is not worth its count below ten pages. */
    private static final int LEAST = 10 * Listings.CONTACTS_PER_PAGE;

    private static final int ROUNDS = 4;
    private static final int CUTS = 64;
    private final Calls calls;
    private final Executor readers;
    private final ImportSettings settings;

    /** A part of time with the number of contacts that were created in it. */
    record Part(CreatedRange range, long count) {}

    /** Slices that are counted by these calls, several at a time. */
    public ContactSlices(Calls calls, Executor readers, ImportSettings settings) {
        this.calls = calls;
        this.readers = readers;
        this.settings = settings;
    }

    /** How many contacts the plain list counts. */
    long listed(LiveRun run) {
        JsonNode body = calls.send(run.own(io.eicbridge.intercom.Call.get("/contacts?per_page=1")))
                .body();
        return body.path("total_count").asLong();
    }

    /** All items of a list that has no pages. */
    List<JsonNode> items(LiveRun run, Listing listing) {
        return listing.read(calls.send(run.own(listing.call(null)))).items();
    }

    /** How many contacts are in a range and in the run's scope. */
    long counted(LiveRun run, CreatedRange range) {
        return count(run, run.query(range, null));
    }

    /** How many contacts a query finds. */
    long count(LiveRun run, ObjectNode query) {
        var listing = Listings.contactCount(query);
        Long total = listing.read(calls.send(run.own(listing.call(null)))).total();
        return Objects.requireNonNullElse(total, 0L);
    }

    /** The slices of {@code total} contacts; together they hold every contact that is or will be. */
    List<NewSlice> plan(LiveRun run, long total) {
        long target = Math.max(LEAST, total / ((long) settings.readers() * settings.slicesPerReader()));
        List<Part> parts = List.of(new Part(bounds(run), total));
        for (int round = 0; round < ROUNDS && parts.stream().anyMatch(part -> tooLarge(run, part, target)); round++) {
            parts = refined(run, parts, target);
        }
        List<NewSlice> slices = new ArrayList<>();
        joined(parts, target).forEach(part -> slices.addAll(slices(run, part, target)));
        return slices;
    }

    private CreatedRange bounds(LiveRun run) {
        var oldest = Listings.contactSearch(run.query(EVERYTHING, null), "created_at", "ascending");
        Page page = oldest.read(calls.send(run.own(oldest.call(null))));
        Instant first = page.items().isEmpty()
                ? Instant.EPOCH
                : Instant.ofEpochSecond(page.items().get(0).path("created_at").asLong());
        return new CreatedRange(run.search().alignDown(first), run.search().alignAfter(run.serverNow()));
    }

    private static boolean tooLarge(LiveRun run, Part part, long target) {
        return part.count() > target + target / 2 && width(run, part.range()) > 1;
    }

    private static long width(LiveRun run, CreatedRange range) {
        return run.search().granularity().between(range.from(), range.to());
    }

    private List<Part> refined(LiveRun run, List<Part> parts, long target) {
        List<CompletableFuture<List<Part>>> futures = new ArrayList<>();
        for (Part part : parts) {
            futures.add(
                    tooLarge(run, part, target)
                            ? cut(run, part, target)
                            : CompletableFuture.completedFuture(List.of(part)));
        }
        return awaited(futures).stream().flatMap(List::stream).toList();
    }

    private CompletableFuture<List<Part>> cut(LiveRun run, Part part, long target) {
        long pieces = Math.min(CUTS, Math.max(2, part.count() * 5 / 4 / target));
        List<CompletableFuture<Part>> counts = new ArrayList<>();
        for (CreatedRange range : pieces(run, part.range(), pieces)) {
            counts.add(CompletableFuture.supplyAsync(() -> new Part(range, counted(run, range)), readers));
        }
        return CompletableFuture.allOf(counts.toArray(CompletableFuture[]::new))
                .thenApply(done -> counts.stream().map(CompletableFuture::join).toList());
    }

    /** Pieces of members that begin and end at these limits. */
    MemberPieces pieces(LiveRun run, List<Instant> limits) {
        return new MemberPieces(this, readers, run, limits);
    }

    static <T> List<T> awaited(List<CompletableFuture<T>> futures) {
        try {
            return futures.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    static List<CreatedRange> pieces(LiveRun run, CreatedRange range, long pieces) {
        Duration step = Duration.between(range.from(), range.to()).dividedBy(pieces);
        List<Instant> limits = new ArrayList<>(List.of(range.from()));
        for (int i = 1; i < pieces; i++) {
            Instant limit = run.search().alignDown(range.from().plus(step.multipliedBy(i)));
            if (limit.isAfter(limits.get(limits.size() - 1))) {
                limits.add(limit);
            }
        }
        limits.add(range.to());
        return IntStream.range(1, limits.size())
                .mapToObj(i -> new CreatedRange(limits.get(i - 1), limits.get(i)))
                .toList();
    }

    /** Joins neighbours that are small together and opens both ends, for contacts nobody has counted yet. */
    private static List<Part> joined(List<Part> parts, long target) {
        List<Part> joined = new ArrayList<>();
        for (Part part : parts) {
            Part last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.count() + part.count() <= target) {
                joined.set(
                        joined.size() - 1,
                        new Part(
                                new CreatedRange(
                                        last.range().from(), part.range().to()),
                                last.count() + part.count()));
            } else {
                joined.add(part);
            }
        }
        Part first = joined.get(0);
        joined.set(0, new Part(new CreatedRange(null, first.range().to()), first.count()));
        Part end = joined.get(joined.size() - 1);
        joined.set(joined.size() - 1, new Part(new CreatedRange(end.range().from(), null), end.count()));
        return joined;
    }

    /** One slice of a part, or two by role where a single day holds too many and cannot be cut further. */
    private static List<NewSlice> slices(LiveRun run, Part part, long target) {
        boolean hot = part.count() > 2 * target && run.filters().isEmpty();
        return hot ? List.of(slice(part, "user"), slice(part, "lead")) : List.of(slice(part, null));
    }

    private static NewSlice slice(Part part, String role) {
        return new NewSlice(
                Phase.ACCOUNTS.text(),
                SliceKind.CONTACTS_SEARCH.text(),
                role,
                part.range().from(),
                part.range().to(),
                part.count());
    }

    static ObjectNode id(String contact) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("field", "id")
                .put("operator", "=")
                .put("value", contact);
    }
}
