package io.eicbridge.sandbox.workspace;

import io.eicbridge.sandbox.people.Possessions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The tags of the workspace. */
public final class Tags {
    private static final List<String> NAMES = List.of(
            "Newsletter 2026",
            "Beta tester",
            "Onboarding",
            "VIP",
            "Churn risk",
            "Feedback given",
            "Webinar: getting started",
            "Needs follow-up",
            "Partner",
            "Early adopter",
            "Support plan",
            "Invoice overdue",
            "Champion",
            "Press",
            "Student",
            "Do not call",
            "Reference customer",
            "Migrated from v1",
            "Übersetzung nötig",
            "R&D \"lab\" access");
    private final Map<Integer, Tag> tags = new ConcurrentSkipListMap<>();
    private final Map<Integer, String> dependents = new ConcurrentHashMap<>();
    private int next;

    Tags() {
        reset();
    }

    final synchronized void reset() {
        tags.clear();
        dependents.clear();
        next = 0;
        NAMES.forEach(this::create);
        if (next != Possessions.TAGS) {
            throw new IllegalStateException("The sandbox has names for " + next + " tags");
        }
    }

    /** A new tag, or the existing one of that name, upper and lower case being the same. */
    public synchronized Tag create(String name) {
        return named(name).orElseGet(() -> put(new Tag(next++, name)));
    }

    /** The tag of that name, upper and lower case being the same. */
    public Optional<Tag> named(String name) {
        return tags.values().stream()
                .filter(tag -> tag.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The name of the segment that depends on a tag, if there is one. */
    public Optional<String> dependent(Tag tag) {
        return Optional.ofNullable(dependents.get(tag.number()));
    }

    void depend(String id, String segment) {
        if (segment.isEmpty()) {
            dependents.remove(get(id).number());
        } else {
            dependents.put(get(id).number(), segment);
        }
    }

    /** Gives a tag another name; an unknown id is an {@link IllegalArgumentException}. */
    public synchronized Tag rename(String id, String name) {
        return put(new Tag(get(id).number(), name));
    }

    /** Deletes a tag, on every contact too; an unknown id is an {@link IllegalArgumentException}. */
    public synchronized void delete(String id) {
        tags.remove(get(id).number());
    }

    private Tag put(Tag tag) {
        tags.put(tag.number(), tag);
        return tag;
    }

    /** The tag of that id. */
    public Optional<Tag> find(String id) {
        return tags.values().stream().filter(tag -> tag.id().equals(id)).findFirst();
    }

    Tag get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no tag \"" + id + "\""));
    }

    /** The tag of that number, null where it was deleted. */
    public Tag at(int number) {
        return tags.get(number);
    }

    /** All tags. */
    public Collection<Tag> all() {
        return tags.values();
    }
}
