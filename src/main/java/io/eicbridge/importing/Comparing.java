package io.eicbridge.importing;

import io.eicbridge.directory.AccountRecord;
import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.Missing;
import io.eicbridge.intercom.Calls;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out one comparison. What differs at first sight is read from Intercom once more, and compared with what EIC is given by then:
 * neither a change between two pages nor an import that runs meanwhile counts as a difference that is none.
 */
final class Comparing {
    private final PublishedState published;
    private final ReadAccounts accounts;
    private final AccountComparison comparison;
    private final EntitlementComparison entitlements;
    private final SegmentComparison segments;

    Comparing(PublishedState published, ReadAccounts accounts, ContactSlices lists, Calls calls) {
        this.published = published;
        this.accounts = accounts;
        this.comparison = new AccountComparison(published, calls);
        this.entitlements = new EntitlementComparison(published, lists);
        this.segments = new SegmentComparison(published, lists, accounts);
    }

    void carryOut(LiveRun run, Reconciliation found) {
        List<Long> before = published.standing(run.getEndpoint());
        found.expect(accounts.expected(run));
        Seen seen = new Seen();
        accounts.each(run, found.expected(), page -> firstLook(run, page, seen, found));
        published.active(run.getEndpoint(), chunk -> unseen(chunk, seen, found));
        segments.suspects(
                run, account -> found.suspect(new Difference(Difference.MEMBERSHIP, account, "Segment", "", "")));
        secondLook(run, found);
        entitlements.of(run).forEach(found::differs);
        List<Long> after = published.standing(run.getEndpoint());
        boolean still =
                before.equals(after) && after.subList(1, after.size()).stream().allMatch(open -> open == 0);
        found.end(
                still
                        ? ""
                        : "An import of this endpoint was under way meanwhile: what it has not published yet counts as a"
                                + " difference.");
    }

    private void firstLook(LiveRun run, MappedPage page, Seen seen, Reconciliation found) {
        List<String> ids = new ArrayList<>();
        page.accounts().stream().map(AccountRecord::id).forEach(ids::add);
        page.refused().stream().map(MappedPage.Refusal::subject).forEach(ids::add);
        seen.add(published.places(run.getEndpoint(), ids));
        comparison.of(run, page).forEach(found::suspect);
        found.read(ids.size());
    }

    private static void unseen(List<Missing> chunk, Seen seen, Reconciliation found) {
        chunk.stream()
                .filter(account -> !seen.has(account))
                .forEach(account ->
                        found.suspect(new Difference(Difference.EXTRA, account.id(), "account", account.name(), "")));
    }

    private void secondLook(LiveRun run, Reconciliation found) {
        accounts.all(found.suspects().stream()
                .<Runnable>map(id -> () -> differences(run, id).forEach(found::differs))
                .toList());
    }

    private List<Difference> differences(LiveRun run, String id) {
        Optional<MappedPage> told = accounts.one(run, id);
        if (told.isPresent()) {
            return comparison.of(run, told.get());
        }
        return published.of(run.getEndpoint(), List.of(id), Set.of()).accounts().values().stream()
                .filter(account -> account.live())
                .map(account -> new Difference(Difference.EXTRA, id, "account", account.name(), ""))
                .toList();
    }

    /** Accounts that Intercom told: one bit for each that the directory knows. */
    private static final class Seen {
        private final BitSet places = new BitSet();

        synchronized void add(Map<String, Integer> found) {
            found.values().forEach(places::set);
        }

        synchronized boolean has(Missing account) {
            return places.get(Accounts.place(account.key()));
        }
    }
}
