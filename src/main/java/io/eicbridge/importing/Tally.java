package io.eicbridge.importing;

import java.util.Map;
import java.util.TreeMap;

/** Counts by name, such as {@code accounts.created} or {@code memberships.Tag.ended}; they add up over slices. */
public final class Tally {
    private final Map<String, Long> counts = new TreeMap<>();

    /** An empty tally. */
    public Tally() {}

    /** A tally that begins with these counts. */
    public Tally(Map<String, Long> counts) {
        add(counts);
    }

    Tally add(String name, long count) {
        if (count != 0) {
            counts.merge(name, count, Long::sum);
        }
        return this;
    }

    Tally set(String name, long count) {
        counts.remove(name);
        return add(name, count);
    }

    Tally add(Map<String, Long> others) {
        others.forEach(this::add);
        return this;
    }

    long of(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** The sum of all counts that begin and end so, whatever the type between. */
    long sum(String prefix, String suffix) {
        return counts.entrySet().stream()
                .filter(e -> e.getKey().startsWith(prefix) && e.getKey().endsWith(suffix))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    Map<String, Long> counts() {
        return Map.copyOf(counts);
    }
}
