package io.eicbridge.importing;

import io.eicbridge.directory.AccountRecord;
import io.eicbridge.directory.AccountView;
import io.eicbridge.directory.PublishedAccounts;
import io.eicbridge.importing.MappedPage.HeldList;
import io.eicbridge.intercom.Calls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares accounts as Intercom tells them with what EIC is given of them. */
final class AccountComparison {
    private final PublishedState published;
    private final Outside outside;

    AccountComparison(PublishedState published, Calls calls) {
        this.published = published;
        this.outside = new Outside(calls);
    }

    /** The differences of a page. */
    List<Difference> of(LiveRun run, MappedPage page) {
        List<String> ids = page.accounts().stream().map(AccountRecord::id).toList();
        Set<String> types = new TreeSet<>();
        page.held().forEach(list -> types.add(list.type()));
        PublishedState.Extract stored = published.of(run.getEndpoint(), ids, types);
        List<Difference> differences = new ArrayList<>();
        Set<String> present = new HashSet<>();
        for (AccountRecord told : page.accounts()) {
            AccountView known = stored.accounts().get(told.id());
            if (known == null || !known.live()) {
                differences.add(missing(told, known));
            } else {
                present.add(told.id());
                attributes(known, told, differences);
            }
        }
        page.held().stream()
                .filter(list -> present.contains(list.account()))
                .forEach(list -> memberships(run, list, stored.held(), differences));
        return differences;
    }

    private static Difference missing(AccountRecord told, AccountView known) {
        return new Difference(
                Difference.MISSING,
                told.id(),
                "account",
                known == null ? "" : "gone",
                told.names().get(0));
    }

    private static void attributes(AccountView known, AccountRecord told, List<Difference> differences) {
        PublishedAccounts.differences(known, told)
                .forEach((column, values) -> differences.add(
                        new Difference(Difference.ATTRIBUTE, told.id(), column, values.get(0), values.get(1))));
    }

    private void memberships(
            LiveRun run, HeldList list, Map<String, Map<String, Set<String>>> held, List<Difference> differences) {
        Set<String> stored = held.getOrDefault(list.type(), new HashMap<>()).getOrDefault(list.account(), Set.of());
        Set<String> told = new TreeSet<>(list.ids());
        for (String id : told) {
            if (!stored.contains(id) && !outside.leftOut(run, list.type(), id)) {
                differences.add(membership(list, id, "", "held"));
            }
        }
        stored.stream()
                .filter(id -> !told.contains(id))
                .forEach(id -> differences.add(membership(list, id, "held", "")));
    }

    private static Difference membership(HeldList list, String id, String directory, String intercom) {
        return new Difference(Difference.MEMBERSHIP, list.account(), list.type() + " " + id, directory, intercom);
    }
}
