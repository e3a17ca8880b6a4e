package io.eicbridge.importing;

import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.Missing;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Finds subscription types that are gone: they cannot be asked for one by one, but their list has no pages and is whole or fails. */
public final class UnlistedSubscriptions {
    static final String TYPE = "Subscription";
    private static final int MOST = 10_000;
    private final Entitlements entitlements;

    /** Finds them in this part of the directory. */
    public UnlistedSubscriptions(Entitlements entitlements) {
        this.entitlements = entitlements;
    }

    List<String> of(Handle handle, LiveRun run) {
        if (!run.source().entitlements().contains(TYPE)) {
            return List.of();
        }
        return entitlements.missing(handle, run.getEndpoint(), TYPE, run.getId(), 0, MOST).stream()
                .map(Missing::id)
                .filter(id -> !run.dry() || !run.sightings().saw(TYPE + ":" + id))
                .toList();
    }
}
