package io.eicbridge.importing;

import io.eicbridge.directory.UntoldEntitlements;
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
    private final UntoldEntitlements untold;
    private final Checkpoints checkpoints;

    /** Reads whose finds go to these stores. */
    public SingleReads(
            Confirmations confirmations, EntitlementPages pages, UntoldEntitlements untold, Checkpoints checkpoints) {
        this.confirmations = confirmations;
        this.pages = pages;
        this.untold = untold;
        this.checkpoints = checkpoints;
    }

    Call ask(OpenSlice slice) {
        Call call = slice.kind() == SliceKind.READ_ACCOUNT
                ? Listings.contact(slice.subject()).forAccount(slice.subject())
                : Listings.company(id(slice));
        return call.accepting(NOT_FOUND, MERGED);
    }

    void store(OpenSlice slice, Answer answer) {
        boolean account = slice.kind() == SliceKind.READ_ACCOUNT;
        if (answer.status() == FOUND && account) {
            confirmations.live(slice, answer.body());
        } else if (answer.status() == FOUND) {
            entitlement(slice, answer);
        } else {
            checkpoints.close(slice, "not there", handle -> account ? new Tally() : nameless(handle, slice));
        }
    }

    private void entitlement(OpenSlice slice, Answer answer) {
        String type = Confirmations.type(slice);
        if (slice.run().source().excluded().covers(type, EntitlementMapping.name(type, answer.body()))) {
            checkpoints.commit(slice, null, List.of(), handle -> nameless(handle, slice));
        } else {
            pages.store(slice, type, List.of(answer.body()), null);
        }
    }

    /** It stays without a name, and is not asked for again for a while. */
    private Tally nameless(Handle handle, OpenSlice slice) {
        LiveRun run = slice.run();
        if (!run.dry()) {
            untold.asked(handle, run.getEndpoint(), Confirmations.type(slice), List.of(id(slice)), run.serverNow());
        }
        return new Tally();
    }

    private static String id(OpenSlice slice) {
        return slice.subject().substring(slice.subject().indexOf(':') + 1);
    }
}
