package io.eicbridge.importing;

import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.Entitlements;
import io.eicbridge.importing.MappedPage.Refusal;
import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.NewDeadLetter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Keeps the records of a page that cannot be mapped, one open dead letter for each, and closes the letters of those that can be
 * mapped again. A refused record was read all the same: what is stored of it counts as seen.
 */
public final class RefusedRecords {
    /** What dead letters of imports are called. */
    public static final String KIND = "import";
    /** Refused accounts that the directory does not know, by which the number of those read exceeds the number of those seen. */
    static final String UNKNOWN_ACCOUNTS = "accounts.unknown";

    /** The bridge's own contact, by which Intercom's count exceeds the accounts that there are. */
    static final String OWN_CONTACT = "accounts.own";

    private final DeadLetters deadLetters;
    private final Accounts accounts;
    private final Entitlements entitlements;

    /** Records that are kept in this journal, and marked in these parts of the directory. */
    public RefusedRecords(DeadLetters deadLetters, Accounts accounts, Entitlements entitlements) {
        this.deadLetters = deadLetters;
        this.accounts = accounts;
        this.entitlements = entitlements;
    }

    void ofAccounts(Handle handle, LiveRun run, MappedPage page, Tally tally) {
        resolve(
                handle,
                run,
                page.accounts().stream().map(account -> account.id()).toList());
        if (page.refused().isEmpty()) {
            return;
        }
        Set<String> first = keep(handle, run, page.refused());
        Set<String> known = accounts.touch(handle, run.getEndpoint(), run.getId(), subjects(page.refused()));
        tally.add("accounts.rejected", first.size());
        first.removeAll(known);
        tally.add(UNKNOWN_ACCOUNTS, first.size());
    }

    /** The bridge's own contact was read as well, and counts once in a run; it is no account and no dead letter. */
    void ofOwn(LiveRun run, List<String> own, Tally tally) {
        for (String id : own) {
            boolean first = !run.refusedBefore().has(id);
            run.refusedBefore().add(id);
            tally.add(OWN_CONTACT, first ? 1 : 0);
        }
    }

    void ofEntitlements(
            Handle handle, LiveRun run, String type, Collection<String> mapped, List<Refusal> refused, Tally tally) {
        resolve(handle, run, mapped.stream().map(id -> type + ":" + id).toList());
        if (refused.isEmpty()) {
            return;
        }
        tally.add(
                "entitlements." + type + ".rejected", keep(handle, run, refused).size());
        List<String> ids = subjects(refused).stream()
                .map(subject -> subject.substring(type.length() + 1))
                .toList();
        entitlements.touch(handle, run.getEndpoint(), type, run.getId(), ids);
    }

    private Set<String> keep(Handle handle, LiveRun run, List<Refusal> refused) {
        Set<String> first = deadLetters.keep(
                handle,
                refused.stream()
                        .map(refusal -> new NewDeadLetter(
                                run.getEndpoint(),
                                KIND,
                                refusal.subject(),
                                run.getId(),
                                refusal.reason(),
                                refusal.payload()))
                        .toList());
        refused.forEach(refusal -> run.refusedBefore().add(refusal.subject()));
        first.removeIf(subject -> run.dry() && !run.sightings().first("refused " + subject));
        return first;
    }

    private void resolve(Handle handle, LiveRun run, List<String> mapped) {
        List<String> once = mapped.stream().filter(run.refusedBefore()::has).toList();
        if (!once.isEmpty()) {
            deadLetters.resolve(handle, run.getEndpoint(), KIND, once);
        }
    }

    private static List<String> subjects(List<Refusal> refused) {
        return refused.stream().map(Refusal::subject).collect(Collectors.toList());
    }
}
