package io.eicbridge.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Gives each row of a page the first of its candidates that nobody else holds. A row keeps its present name while that is a
 * candidate, and no row ever changes another's name.
 */
final class Names {
    private final UnaryOperator<Set<String>> held;
    private final Map<String, String> chosen = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** {@code held} tells which of some names are held by stored rows. */
    Names(UnaryOperator<Set<String>> held) {
        this.held = held;
    }

    /**
     * Id to name, for every row of the page.
     *
     * @param candidates id to names, best first
     * @param present id to the name that a stored row has
     */
    Map<String, String> choose(Map<String, List<String>> candidates, Map<String, String> present) {
        List<String> waiting = new ArrayList<>();
        candidates.forEach((id, names) -> {
            String name = present.get(id);
            if (name != null && names.contains(name)) {
                take(id, name);
            } else {
                waiting.add(id);
            }
        });
        List<String> unlucky = waiting;
        for (int rank = 0; !unlucky.isEmpty(); rank++) {
            unlucky = round(unlucky, candidates, rank);
        }
        return chosen;
    }

    /** Tries everybody's candidate of that rank; returns who still has no name. */
    private List<String> round(List<String> waiting, Map<String, List<String>> candidates, int rank) {
        Map<String, String> wanted = new HashMap<>();
        waiting.forEach(id -> wanted.put(id, candidate(id, candidates.get(id), rank)));
        Set<String> refused = held.apply(new HashSet<>(wanted.values()));
        List<String> unlucky = new ArrayList<>();
        for (String id : waiting) {
            String name = wanted.get(id);
            if (refused.contains(name) || taken.contains(name)) {
                unlucky.add(id);
            } else {
                take(id, name);
            }
        }
        return unlucky;
    }

    private static String candidate(String id, List<String> names, int rank) {
        if (rank >= names.size()) {
            throw new IllegalArgumentException(
                    "every name of " + id + " is held by another row; its last candidate has to contain its id");
        }
        return names.get(rank);
    }

    private void take(String id, String name) {
        taken.add(name);
        chosen.put(id, name);
    }
}
