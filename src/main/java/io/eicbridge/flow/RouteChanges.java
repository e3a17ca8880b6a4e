package io.eicbridge.flow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of routes and route configurations, by their ids: a renamed one is gone under its old id and new under the other. */
public record RouteChanges(List<String> changed, List<String> added, List<String> gone) {

    static RouteChanges between(Map<String, String> before, Map<String, String> now) {
        return new RouteChanges(
                now.keySet().stream()
                        .filter(id -> before.containsKey(id) && !Objects.equals(before.get(id), now.get(id)))
                        .toList(),
                now.keySet().stream().filter(id -> !before.containsKey(id)).toList(),
                before.keySet().stream().filter(id -> !now.containsKey(id)).toList());
    }

    /** Whether every route is as it was; comments outside of routes do not count. */
    public boolean none() {
        return changed.isEmpty() && added.isEmpty() && gone.isEmpty();
    }

    /** In words, for a line in the log. */
    @Override
    public String toString() {
        return Stream.of(words("changed", changed), words("new", added), words("gone", gone))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String words(String what, List<String> ids) {
        return ids.isEmpty() ? "" : what + ": " + String.join(", ", ids);
    }
}
