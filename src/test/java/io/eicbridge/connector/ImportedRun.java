package io.eicbridge.connector;

import io.eicbridge.directory.AccountRecord;
import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.EntitlementRecord;
import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.Memberships;
import io.eicbridge.directory.Publications;
import io.eicbridge.journal.Mode;
import io.eicbridge.journal.NewRun;
import io.eicbridge.journal.RunState;
import io.eicbridge.journal.Runs;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** One full run of the contacts, stored as an import stores it. */
final class ImportedRun {
    static final String ENDPOINT = "contacts";
    private static final int PAGE = 1_000;

    private final Store store;
    private final Clock clock;
    private final long run;
    private final Map<String, Long> accounts = new HashMap<>();
    private final Set<Long> fresh = new HashSet<>();

    ImportedRun(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.run = store.inTransaction(handle -> new Runs(clock)
                .start(handle, new NewRun(ENDPOINT, Mode.FULL, false, clock.instant(), "UTC", "SECONDS", "", null))
                .run());
    }

    long number() {
        return run;
    }

    /** Stores contacts {@code c<first>} to {@code c<last>}; every third has no display name. */
    ImportedRun contacts(int first, int last) {
        for (int from = first; from <= last; from += PAGE) {
            int to = Math.min(last, from + PAGE - 1);
            page(IntStream.rangeClosed(from, to).mapToObj(ImportedRun::contact).toList());
        }
        return this;
    }

    private void page(List<AccountRecord> page) {
        store.inTransaction(handle -> {
            var stored = new Accounts().storePage(handle, ENDPOINT, run, clock.instant(), page);
            accounts.putAll(stored.accounts());
            return fresh.addAll(stored.fresh());
        });
    }

    private static AccountRecord contact(int number) {
        SortedMap<String, String> attributes = new TreeMap<>(Map.of("CUSTOMPROPERTY1", "Ünïcode \"" + number + "\""));
        if (number % 3 != 0) {
            attributes.put("DISPLAYNAME", "Person " + number);
        }
        return new AccountRecord(
                "c" + number, List.of("person" + number + "@example.net", "c" + number), attributes, new TreeMap<>());
    }

    /** Stores tags {@code t1} to {@code t<last>}, each held by the contacts whose number it divides. */
    ImportedRun tags(int last) {
        List<EntitlementRecord> tags = IntStream.rangeClosed(1, last)
                .mapToObj(tag -> new EntitlementRecord(
                        "t" + tag, "Tag " + tag, new TreeMap<>(Map.of("customproperty1", "no. " + tag))))
                .toList();
        return store.inTransaction(handle -> {
            new Entitlements().storePage(handle, ENDPOINT, "Tag", run, clock.instant(), tags);
            List<String> ids = tags.stream().map(EntitlementRecord::id).toList();
            Map<String, Long> keys = new Entitlements().refer(handle, ENDPOINT, "Tag", run, clock.instant(), ids);
            var writing = new Publications().writing(handle, ENDPOINT, run);
            new Memberships().replaceFor(handle, writing, "Tag", held(keys), fresh);
            return this;
        });
    }

    /** Ends what the contacts hold of a tag. */
    ImportedRun withoutTags(String tag) {
        return store.inTransaction(handle -> {
            var writing = new Publications().writing(handle, ENDPOINT, run);
            Map<String, Long> keys =
                    new Entitlements().refer(handle, ENDPOINT, "Tag", run, clock.instant(), List.of("t1", "t2", "t3"));
            keys.remove(tag);
            Map<Long, Set<Long>> held = held(keys);
            accounts.values().forEach(account -> held.computeIfAbsent(account, none -> new TreeSet<>()));
            new Memberships().replaceFor(handle, writing, "Tag", held, fresh);
            return this;
        });
    }

    private Map<Long, Set<Long>> held(Map<String, Long> tags) {
        Map<Long, Set<Long>> held = new HashMap<>();
        accounts.forEach((id, account) -> tags.forEach((tag, key) -> {
            if (Integer.parseInt(id.substring(1)) % Integer.parseInt(tag.substring(1)) == 0) {
                held.computeIfAbsent(account, none -> new TreeSet<>()).add(key);
            }
        }));
        return held;
    }

    /** Marks contacts as gone. */
    ImportedRun gone(String... ids) {
        return store.inTransaction(handle -> {
            new Accounts().markGone(handle, ENDPOINT, run, List.of(ids), "deleted", clock.instant());
            return this;
        });
    }

    /** Ends the run and makes it visible. */
    ImportedRun publish() {
        Publications publications = new Publications();
        int numbered;
        do {
            numbered = store.inTransaction(handle -> publications.number(handle, ENDPOINT, run, 10_000));
        } while (numbered == 10_000);
        return store.inTransaction(handle -> {
            publications.seal(handle, ENDPOINT, run, true, clock.instant());
            new Runs(clock).finish(handle, run, RunState.COMPLETE, null, null);
            return this;
        });
    }

    static List<String> ids(int first, int last) {
        return new ArrayList<>(IntStream.rangeClosed(first, last)
                .mapToObj(number -> "c" + number)
                .toList());
    }
}
