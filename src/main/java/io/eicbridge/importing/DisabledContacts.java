package io.eicbridge.importing;

import io.eicbridge.directory.AccountRecord;
import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.DisabledAccount;
import io.eicbridge.directory.DisabledAccount.State;
import io.eicbridge.directory.DisabledAccounts;
import io.eicbridge.journal.NewSlice;
import io.eicbridge.journal.Slice;
import io.eicbridge.journal.Slices;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Tells contacts that the bridge itself made invisible in Intercom from those that are gone, and notices when one of them is back: a
 * list may tell an archived contact for some minutes, so only Intercom's answer about that one contact counts.
 */
public final class DisabledContacts {
    private final RunTransactions transactions;
    private final Slices slices;
    private final Accounts accounts;
    private final DisabledAccounts disabled;

    /** Contacts of this directory; what has to be asked is planned in this journal. */
    public DisabledContacts(RunTransactions transactions, Slices slices, Accounts accounts, DisabledAccounts disabled) {
        this.transactions = transactions;
        this.slices = slices;
        this.accounts = accounts;
        this.disabled = disabled;
    }

    /**
     * What can be stored of a page.
     *
     * @param page without the contacts that stay disabled
     * @param back disabled ones that are live
     * @param enabled those that EIC wanted back
     * @param asked contacts to be asked for one by one
     */
    record Trusted(MappedPage page, Set<String> back, Set<String> enabled, List<NewSlice> asked) {}

    /**
     * Of a page that a list told.
     *
     * @param since from when on the page may lack what happened, null for a list that lacks nothing
     */
    Trusted listed(LiveRun run, MappedPage page, Instant since) {
        if (!run.source().ofContacts()) {
            return all(page);
        }
        Map<String, DisabledAccount> known = transactions.read(handle -> known(handle, run, page));
        return known.isEmpty() ? all(page) : transactions.read(handle -> sorted(handle, run, page, known, since));
    }

    private Trusted sorted(
            Handle handle, LiveRun run, MappedPage page, Map<String, DisabledAccount> known, Instant since) {
        Set<String> doubted = ids(known, account -> account.state() == State.DISABLED);
        Set<String> unasked = ids(
                known,
                account -> account.returnedIn(run.getId())
                        && (since == null || account.since().isBefore(since)));
        unasked.removeAll(slices.subjects(handle, run.getId(), SliceKind.READ_ACCOUNT.text(), unasked));
        Set<String> enabled = ids(known, account -> account.state() == State.ENABLING);
        return new Trusted(
                page.without(doubted),
                Set.of(),
                enabled,
                unasked.stream().map(UnknownMembers::read).toList());
    }

    /** Of one contact that Intercom told when it was asked for it. */
    Trusted asked(Handle handle, LiveRun run, MappedPage page) {
        if (!run.source().ofContacts()) {
            return all(page);
        }
        Map<String, DisabledAccount> known = known(handle, run, page);
        Set<String> enabled = ids(known, account -> account.state() == State.ENABLING);
        Set<String> back = ids(known, account -> account.returnedIn(run.getId()));
        Set<String> early = ids(known, account -> account.state() == State.DISABLED);
        early.removeAll(back);
        return new Trusted(page.without(early), back, enabled, List.of());
    }

    private static Trusted all(MappedPage page) {
        return new Trusted(page, Set.of(), Set.of(), List.of());
    }

    private Map<String, DisabledAccount> known(Handle handle, LiveRun run, MappedPage page) {
        List<String> ids = page.accounts().stream().map(AccountRecord::id).toList();
        return disabled.among(handle, run.getEndpoint(), ids);
    }

    private static Set<String> ids(Map<String, DisabledAccount> known, Predicate<DisabledAccount> which) {
        return known.values().stream()
                .filter(which)
                .map(DisabledAccount::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Notes that they are live, in the transaction that stores them. */
    void live(Handle handle, LiveRun run, Trusted trusted) {
        Set<String> live = new HashSet<>(trusted.back());
        live.addAll(trusted.enabled());
        disabled.forget(handle, run.getEndpoint(), live);
    }

    /** Notes that they are gone for good. */
    void gone(Handle handle, LiveRun run, Collection<String> ids) {
        disabled.forget(handle, run.getEndpoint(), ids);
    }

    /** Why Intercom does not find the contact, where that is the bridge's own doing. */
    Optional<String> reason(LiveRun run, String id) {
        return transactions
                .read(handle -> disabled.find(handle, run.getEndpoint(), id))
                .map(DisabledAccount::reason);
    }

    /** How many contacts a full run read and did not store, because they have to be asked for first. */
    long unstored(Handle handle, LiveRun run) {
        List<String> asked =
                slices.ofKind(handle, run.getId(), Phase.MEMBERSHIPS.text(), SliceKind.READ_ACCOUNT.text()).stream()
                        .map(Slice::subject)
                        .toList();
        return asked.isEmpty()
                ? 0
                : asked.size()
                        - accounts.seen(handle, run.getEndpoint(), run.getId(), asked)
                                .size();
    }
}
