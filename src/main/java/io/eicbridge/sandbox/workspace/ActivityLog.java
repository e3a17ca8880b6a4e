package io.eicbridge.sandbox.workspace;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What teammates did; so far they only log in. */
public final class ActivityLog {
    private final List<Login> logins = new CopyOnWriteArrayList<>();

    /** One login of a teammate, at a Unix second. */
    public record Login(String id, String admin, String email, long second) {
        /** Intercom's name of what happened. */
        public static final String TYPE = "admin_login_success";
    }

    void login(Teammate teammate, long second) {
        String id = String.format("00000000-0000-4000-8000-%012d", logins.size() + 1);
        logins.add(0, new Login(id, teammate.id(), teammate.email(), second));
    }

    void reset() {
        logins.clear();
    }

    /** The newest first. */
    public List<Login> logins() {
        return logins;
    }
}
