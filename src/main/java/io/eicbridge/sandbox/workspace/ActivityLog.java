package io.eicbridge.sandbox.workspace;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What teammates did, as far as the sandbox tells it: logins, and who was invited, joined, changed or removed. */
public final class ActivityLog {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /** One thing that a teammate did at a Unix second; the type is Intercom's name of it. */
    public record Entry(String id, String type, String admin, String email, long second, String description) {}

    void login(Teammate teammate, long second) {
        tell("admin_login_success", teammate, "A teammate logged in.", second);
    }

    /** Tells what a teammate did. */
    public synchronized void tell(String type, Teammate by, String description, long second) {
        String id = String.format("00000000-0000-4000-8000-%012d", entries.size() + 1);
        entries.add(0, new Entry(id, type, by.id(), by.email(), second, description));
    }

    void reset() {
        entries.clear();
    }

    /** The newest first. */
    public List<Entry> entries() {
        return entries;
    }
}
