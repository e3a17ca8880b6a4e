package io.eicbridge.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.importing.MappedPage.HeldList;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.CallPath;
import io.eicbridge.intercom.Calls;
import io.eicbridge.intercom.ContactFilter;
import io.eicbridge.intercom.CreatedRange;
import io.eicbridge.intercom.Ids;
import io.eicbridge.intercom.Listing;
import io.eicbridge.intercom.Listings;
import io.eicbridge.intercom.Page;
import io.eicbridge.journal.NewSlice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Reads accounts from Intercom in EIC's terms, with everything that each holds, and stores nothing. */
final class ReadAccounts {
    private static final String IN_ORDER = "created_at";
    private final Calls calls;
    private final ContactSlices slices;
    private final ImportSettings settings;
    private final Executor readers;
    private final AccountMapping mapping = new AccountMapping();

    ReadAccounts(Calls calls, ContactSlices slices, ImportSettings settings, Executor readers) {
        this.calls = calls;
        this.slices = slices;
        this.settings = settings;
        this.readers = readers;
    }

    /** How many accounts there are to read. */
    long expected(LiveRun run) {
        if (!run.source().ofContacts()) {
            return slices.items(run, Listings.admins()).size();
        }
        return run.filters().isEmpty() ? slices.listed(run) : slices.counted(run, ContactSlices.EVERYTHING);
    }

    /** Hands on every page; several slices are read at a time, each by one thread. */
    void each(LiveRun run, long expected, Consumer<MappedPage> page) {
        List<Listing> lists = new ArrayList<>();
        if (!run.source().ofContacts()) {
            lists.add(Listings.admins());
        } else if (expected > settings.listBelow()) {
            slices.plan(run, expected).forEach(slice -> lists.add(listing(run, slice)));
        } else {
            lists.add(run.filters().isEmpty() ? Listings.contacts() : search(run, ContactSlices.EVERYTHING, null));
        }
        all(lists.stream()
                .<Runnable>map(list -> () -> walk(run, list, found -> page.accept(mapped(run, found))))
                .toList());
    }

    /** Does all of it, several at a time; the first failure is passed on. */
    void all(List<Runnable> work) {
        List<CompletableFuture<Void>> done = work.stream()
                .map(one -> CompletableFuture.runAsync(one, readers))
                .toList();
        try {
            done.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The ids of a segment's members, page by page. */
    void members(LiveRun run, String segment, Consumer<List<String>> ids) {
        Listing list = Listings.contactSearch(
                run.query(ContactSlices.EVERYTHING, ContactFilter.segment(segment)), IN_ORDER, "ascending");
        walk(run, list, page -> ids.accept(ids(page.items())));
    }

    /** One account again; empty where Intercom no longer has it, or not within the scope. */
    Optional<MappedPage> one(LiveRun run, String id) {
        if (!run.filters().isEmpty()) {
            Listing found = search(run, ContactSlices.EVERYTHING, id);
            Page page = found.read(calls.send(run.own(found.call(null))));
            return page.items().isEmpty()
                    ? Optional.empty()
                    : Optional.of(whole(run, page.items().get(0)));
        }
        String path = run.source().ofContacts() ? "/contacts/" : "/admins/";
        Answer answer = calls.send(
                run.own(Call.get(path + CallPath.encoded(id)).forAccount(id).accepting(404, 410)));
        return answer.status() == 200 ? Optional.of(whole(run, answer.body())) : Optional.empty();
    }

    private MappedPage whole(LiveRun run, JsonNode item) {
        MappedPage page = mapped(run, new Page(List.of(item), null, null));
        if (!run.source().links("Segment") || page.accounts().isEmpty()) {
            return page;
        }
        List<HeldList> held = new ArrayList<>(page.held());
        held.add(complete(run, new HeldList("Segment", page.accounts().get(0).id(), List.of(), false)));
        return new MappedPage(page.accounts(), held, page.entitlements(), page.refused(), page.cut(), null);
    }

    private MappedPage mapped(LiveRun run, Page found) {
        MappedPage page = mapping.map(run, new AccountPage(found.items(), null));
        List<HeldList> held =
                page.held().stream().map(list -> complete(run, list)).toList();
        return new MappedPage(page.accounts(), held, page.entitlements(), page.refused(), page.cut(), null);
    }

    private HeldList complete(LiveRun run, HeldList part) {
        if (part.whole()) {
            return part;
        }
        Set<String> ids = new HashSet<>();
        walk(run, rest(part), page -> ids.addAll(ids(page.items())));
        List<String> held = "Subscription".equals(part.type())
                ? HeldLists.received(run.learnt().subscriptionOptIn(), ids)
                : List.copyOf(ids);
        return new HeldList(part.type(), part.account(), held, true);
    }

    private static Listing rest(HeldList part) {
        return switch (part.type()) {
            case "Tag" -> Listings.contactTags(part.account());
            case "Company" -> Listings.contactCompanies(part.account());
            case "Subscription" -> Listings.contactSubscriptions(part.account());
            default -> Listings.contactSegments(part.account());
        };
    }

    private void walk(LiveRun run, Listing list, Consumer<Page> each) {
        RunawayGuard guard = new RunawayGuard();
        long rows = 0;
        String cursor = null;
        do {
            Page page = list.read(calls.send(run.own(list.call(cursor))));
            rows += page.items().size();
            cursor = page.next();
            guard.at(cursor, run.context().toString());
            guard.rows(rows, page.total(), run.context().toString());
            each.accept(page);
        } while (cursor != null);
    }

    private static Listing listing(LiveRun run, NewSlice slice) {
        CreatedRange range = new CreatedRange(slice.lower(), slice.upper());
        String role = slice.subject() == null ? "" : slice.subject();
        return Listings.contactSearch(AccountPages.query(run, range, role), IN_ORDER, "ascending");
    }

    private static Listing search(LiveRun run, CreatedRange range, String id) {
        return Listings.contactSearch(
                run.query(range, id == null ? null : ContactSlices.id(id)), IN_ORDER, "ascending");
    }

    private static List<String> ids(List<JsonNode> items) {
        return items.stream().map(item -> Ids.text(item.path("id"))).toList();
    }
}
