package io.eicbridge.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.intercom.Ids;
import io.eicbridge.intercom.Listing;
import io.eicbridge.intercom.Listings;
import io.eicbridge.journal.NewSlice;
import io.eicbridge.journal.Runs;
import io.eicbridge.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Decides how the accounts of an endpoint are read: one list, or many slices. */
public final class AccountPlan {
    private final Store store;
    private final Runs runs;
    private final ContactSlices contacts;
    private final LastLogins logins;
    private final ImportSettings settings;

    /** Plans that are counted by these slices. */
    public AccountPlan(Store store, Runs runs, ContactSlices contacts, LastLogins logins, ImportSettings settings) {
        this.store = store;
        this.runs = runs;
        this.contacts = contacts;
        this.logins = logins;
        this.settings = settings;
    }

    /** Learns what the reading of pages needs: the ids behind the filter's names, the kinds of subscriptions, and last logins. */
    void prepare(LiveRun run) {
        EndpointImport endpoint = run.source();
        if (!endpoint.ofContacts()) {
            logins.learn(run);
        }
        if (!endpoint.scope().everything()) {
            run.filters(endpoint.scope().filters(named(run, Listings.tags()), named(run, Listings.segments())));
        }
        if (endpoint.links("Subscription")) {
            contacts.items(run, Listings.subscriptionTypes()).forEach(type -> run.learnt()
                    .subscriptionOptIn()
                    .put(
                            Ids.text(type.path("id")),
                            "opt_in".equals(type.path("consent_type").asText())));
        }
    }

    private Function<String, Optional<String>> named(LiveRun run, Listing listing) {
        List<JsonNode> items = contacts.items(run, listing);
        return name -> items.stream()
                .filter(item -> item.path("name").asText().equalsIgnoreCase(name))
                .map(item -> Ids.text(item.path("id")))
                .findFirst();
    }

    List<NewSlice> plan(LiveRun run) {
        if (!run.source().ofContacts()) {
            return List.of(single(SliceKind.ADMINS, null));
        }
        boolean filtered = !run.filters().isEmpty();
        long total = filtered ? contacts.counted(run, ContactSlices.EVERYTHING) : contacts.listed(run);
        store.inTransaction(handle -> {
            runs.counted(handle, run.getId(), total, null);
            return null;
        });
        if (total > settings.listBelow()) {
            return contacts.plan(run, total);
        }
        return List.of(single(filtered ? SliceKind.CONTACTS_SEARCH : SliceKind.CONTACTS_LIST, total));
    }

    static NewSlice single(SliceKind kind, Long expected) {
        return new NewSlice(Phase.ACCOUNTS.text(), kind.text(), null, null, null, expected);
    }
}
