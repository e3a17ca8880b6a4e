package io.eicbridge.sandbox.workspace;

import io.eicbridge.sandbox.people.Possessions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private int next;

    Tags() {
        reset();
    }

    final synchronized void reset() {
        tags.clear();
        next = 0;
        NAMES.forEach(this::create);
        if (next != Possessions.TAGS) {
            throw new IllegalStateException("The sandbox has names for " + next + " tags");
        }
    }

    /** A new tag, or the existing one of that name, upper and lower case being the same. */
    synchronized Tag create(String name) {
        Optional<Tag> known = tags.values().stream()
                .filter(tag -> tag.name().equalsIgnoreCase(name))
                .findFirst();
        return known.orElseGet(() -> put(new Tag(next++, name)));
    }

    synchronized Tag rename(String id, String name) {
        return put(new Tag(get(id).number(), name));
    }

    synchronized void delete(String id) {
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
