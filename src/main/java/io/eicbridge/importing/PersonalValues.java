package io.eicbridge.importing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.Forgetting;
import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.Logins;
import io.eicbridge.journal.request.ForgottenRequests;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** Blanks the personal values of accounts that are gone, everywhere the bridge keeps them. */
public final class PersonalValues {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int CHUNK = 500;
    private final Store store;
    private final Accounts accounts;
    private final DeadLetters deadLetters;
    private final Logins logins = new Logins();
    private final Reconciliations comparisons;
    private final Clock clock;
    private final Forgetting forgetting = new Forgetting();
    private final ForgottenRequests requests = new ForgottenRequests();

    /** Values in this store, and in what these comparisons found. */
    public PersonalValues(
            Store store, Accounts accounts, DeadLetters deadLetters, Reconciliations comparisons, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.deadLetters = deadLetters;
        this.comparisons = comparisons;
        this.clock = clock;
    }

    /** Forgets one account; Rejected where the directory does not know it, it is not gone, or something is still asked for it. */
    public ObjectNode forget(String endpoint, String id) {
        refuseOpen(endpoint, id);
        boolean live = store.read(handle -> accounts.find(handle, endpoint, id))
                .orElseThrow(() -> refused(
                        NOT_FOUND,
                        "The directory has no account of " + endpoint
                                + " with this id; give the id that Intercom shows."))
                .live();
        if (live || !blank(endpoint, id)) {
            throw refused(
                    CONFLICT,
                    "The account is not gone: Intercom would bring its values back with the next import. Delete it"
                            + " there first, and import.");
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("endpoint", endpoint)
                .put("id", id)
                .put("forgotten", true);
    }

    private void refuseOpen(String endpoint, String id) {
        if (store.read(handle -> requests.open(handle, endpoint, id, name(handle, endpoint, id)))) {
            throw refused(
                    CONFLICT,
                    "Requests for this account are open, which need its values: discard them or wait for their end,"
                            + " see \"eic-bridge requests list --account " + id + "\".");
        }
    }

    private String name(Handle handle, String endpoint, String id) {
        return accounts.find(handle, endpoint, id)
                .map(account -> account.name().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static Rejected refused(int status, String message) {
        return new Rejected(message, status, "", null);
    }

    /** Forgets every account of an endpoint that has been gone for so many days; returns how many. */
    int forgetOld(String endpoint, int days) {
        int forgotten = 0;
        List<String> due;
        do {
            due = store.read(
                    handle -> forgetting.due(handle, endpoint, clock.instant().minus(Duration.ofDays(days)), CHUNK));
            due.forEach(id -> blank(endpoint, id));
            forgotten += due.size();
        } while (due.size() == CHUNK);
        return forgotten;
    }

    private boolean blank(String endpoint, String id) {
        boolean blanked = store.inTransaction(handle -> {
            deadLetters.forget(handle, endpoint, RefusedRecords.KIND, id);
            logins.forget(handle, id);
            requests.forget(handle, endpoint, id, name(handle, endpoint, id), clock.instant());
            return forgetting.forget(handle, endpoint, id, clock.instant());
        });
        comparisons.forget(endpoint, id);
        return blanked;
    }
}
