package io.eicbridge.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each account of a page the first of its candidates that nobody else holds. An account keeps its present name while that
 * is a candidate, and no account ever changes another's name.
 */
final class Names {
    private final AccountRows rows;
    private final Map<String, String> chosen = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    Names(AccountRows rows) {
        this.rows = rows;
    }

    /** Account id to name, for every record. */
    Map<String, String> choose(Collection<AccountRecord> page, Map<String, KnownAccount> known) {
        List<AccountRecord> waiting = new ArrayList<>();
        for (AccountRecord account : page) {
            KnownAccount present = known.get(account.id());
            if (present != null && account.names().contains(present.name())) {
                take(account, present.name());
            } else {
                waiting.add(account);
            }
        }
        for (int rank = 0; !waiting.isEmpty(); rank++) {
            waiting = round(waiting, rank);
        }
        return chosen;
    }

    /** Tries everybody's candidate of that rank; returns who still has no name. */
    private List<AccountRecord> round(List<AccountRecord> waiting, int rank) {
        Set<String> wanted = new HashSet<>();
        waiting.forEach(account -> wanted.add(candidate(account, rank)));
        Set<String> held = rows.holders(wanted).keySet();
        List<AccountRecord> unlucky = new ArrayList<>();
        for (AccountRecord account : waiting) {
            String name = candidate(account, rank);
            if (held.contains(name) || taken.contains(name)) {
                unlucky.add(account);
            } else {
                take(account, name);
            }
        }
        return unlucky;
    }

    private static String candidate(AccountRecord account, int rank) {
        if (rank >= account.names().size()) {
            throw new IllegalArgumentException("every name of account " + account.id()
                    + " is held by another account; its last candidate has to contain its id");
        }
        return account.names().get(rank);
    }

    private void take(AccountRecord account, String name) {
        taken.add(name);
        chosen.put(account.id(), name);
    }
}
