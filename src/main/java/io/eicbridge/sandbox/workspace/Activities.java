package io.eicbridge.sandbox.workspace;

import java.util.ArrayList;
import java.util.List;

/** What happened to contacts since the sandbox began, oldest first; archiving and blocking are not told. */
public final class Activities {
    private final Time time;
    private final List<Activity> all = new ArrayList<>();

    Activities(Time time) {
        this.time = time;
    }

    /** Tells what a contact has become; {@code before} is null for a new one. */
    synchronized void changed(Contact before, Contact after) {
        if (before == null) {
            add("created", after);
        } else if (before.standing() != after.standing()) {
            stood(after);
        } else if (before.isUser() != after.isUser()) {
            add("role_updated", after);
        }
    }

    private void stood(Contact contact) {
        if (contact.standing() == Standing.DELETED) {
            add("deleted", contact);
        } else if (contact.standing() == Standing.MERGED) {
            add("merged", contact);
        }
    }

    private void add(String type, Contact contact) {
        all.add(new Activity(all.size() + 1, type, contact.id(), contact.mergedInto(), time.second()));
    }

    /** Those after a number, at most so many. */
    public synchronized List<Activity> after(long number, int most) {
        int from = (int) Math.min(number, all.size());
        return List.copyOf(all.subList(from, Math.min(from + most, all.size())));
    }

    /** How many there are. */
    public synchronized int count() {
        return all.size();
    }

    synchronized void reset() {
        all.clear();
    }
}
