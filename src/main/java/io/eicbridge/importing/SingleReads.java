package io.eicbridge.importing;

import io.eicbridge.directory.Entitlements;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Listings;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Reads one by one what an incremental run only heard of: contacts that the search told late, as members of something, and entitlements
 * that contacts refer to. What is not there any more, or is left out by the settings, stays as it is.
 */
public final class SingleReads {
    private static final int NOT_FOUND = 404;
    private static final int MERGED = 410;
    private static final int FOUND = 200;
    private final Confirmations confirmations;
    private final EntitlementPages pages;
    private final Entitlements entitlements;
    private final Checkpoints checkpoints;

    /** Reads whose finds go to these stores. */
    public SingleReads(
            Confirmations confirmations, EntitlementPages pages, Entitlements entitlements, Checkpoints checkpoints) {
        this.confirmations = confirmations;
        this.pages = pages;
        this.entitlements = entitlements;
        this.checkpoints = checkpoints;
    }

    Call ask(OpenSlice slice) {
        Call call = slice.kind() == SliceKind.READ_ACCOUNT
                ? Listings.contact(slice.subject()).forAccount(slice.subject())
                : Listings.company(id(slice));
        return call.accepting(NOT_FOUND, MERGED);
    }

    void store(OpenSlice slice, Answer answer) {
        if (answer.status() != FOUND) {
            checkpoints.close(slice, "not there", new Tally());
        } else if (slice.kind() == SliceKind.READ_ACCOUNT) {
            confirmations.live(slice, answer.body());
        } else {
            entitlement(slice, answer);
        }
    }

    private void entitlement(OpenSlice slice, Answer answer) {
        String type = Confirmations.type(slice);
        if (slice.run().source().excluded().covers(type, EntitlementMapping.name(type, answer.body()))) {
            checkpoints.commit(slice, null, List.of(), handle -> excluded(handle, slice, type));
        } else {
            pages.store(slice, type, List.of(answer.body()), null);
        }
    }

    /** It stays without a name, and is not asked for again. */
    private Tally excluded(Handle handle, OpenSlice slice, String type) {
        LiveRun run = slice.run();
        entitlements.touch(handle, run.getEndpoint(), type, run.getId(), List.of(id(slice)));
        return new Tally();
    }

    private static String id(OpenSlice slice) {
        return slice.subject().substring(slice.subject().indexOf(':') + 1);
    }
}
