package io.eicbridge.directory;

import java.util.Set;

/**
 * A run that writes memberships.
 *
 * @param hidden runs of the endpoint that are not published, this one among them: what they began or ended does not count yet
 */
public record Writing(String endpoint, long run, Set<Long> hidden) {
    public Writing {
        hidden = Set.copyOf(hidden);
    }

    boolean hides(Long run) {
        return run != null && hidden.contains(run);
    }
}
