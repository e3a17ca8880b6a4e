package io.eicbridge.directory;

import java.util.HashSet;
import java.util.Set;

/**
 * A run that writes memberships.
 *
 * @param hidden runs of the endpoint that are not published, to which it is added itself: what they began or ended does not count yet
 */
public record Writing(String endpoint, long run, Set<Long> hidden) {
    public Writing {
        Set<Long> all = new HashSet<>(hidden);
        all.add(run);
        hidden = Set.copyOf(all);
    }

    boolean hides(Long run) {
        return run != null && hidden.contains(run);
    }
}
