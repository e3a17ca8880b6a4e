package io.eicbridge.importing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.DisabledAccounts;
import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.Memberships;
import io.eicbridge.directory.Missing;
import io.eicbridge.directory.Publications;
import io.eicbridge.journal.Mode;
import io.eicbridge.journal.Run;
import io.eicbridge.store.Store;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Lists who is affected by a held run: accounts and entitlements that would end or begin, and changed memberships. */
public final class Affected {
    private static final int MOST = 1_000;
    private final Store store;
    private final Map<String, EndpointImport> endpoints;
    private final Accounts accounts;
    private final Entitlements entitlements;
    private final Memberships memberships;
    private final Publications publications;
    private final DisabledAccounts disabled;

    /** Lists from these parts of the directory. */
    public Affected(
            Store store,
            Map<String, EndpointImport> endpoints,
            Accounts accounts,
            Entitlements entitlements,
            Memberships memberships,
            Publications publications,
            DisabledAccounts disabled) {
        this.store = store;
        this.endpoints = Map.copyOf(endpoints);
        this.entitlements = entitlements;
        this.accounts = accounts;
        this.memberships = memberships;
        this.publications = publications;
        this.disabled = disabled;
    }

    /** Up to a thousand of each kind. */
    ArrayNode by(Run run) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        store.read(handle -> {
            if (run.mode() == Mode.FULL) {
                Set<String> known = disabled.missing(handle, run.endpoint(), run.run());
                accounts.missing(handle, run.endpoint(), run.run(), 0, MOST + known.size()).stream()
                        .filter(one -> !known.contains(one.id()))
                        .forEach(one -> add(list, "account", one, "gone"));
            }
            publications
                    .newAccounts(handle, run.endpoint(), run.run(), MOST)
                    .forEach(one -> add(list, "account", one, "created"));
            endpoints.get(run.endpoint()).entitlements().forEach(type -> entitlements(handle, run, type, list));
            memberships(handle, run, list);
            return null;
        });
        return list;
    }

    /** How many there are, however many of them are listed. */
    long count(Run run) {
        return store.read(handle -> missing(handle, run)
                + publications.countNew(handle, run.endpoint(), run.run())
                + endpoints.get(run.endpoint()).entitlements().stream()
                        .mapToLong(type -> countEntitlements(handle, run, type))
                        .sum()
                + memberships.countChanged(handle, run.endpoint(), run.run()));
    }

    private long missing(Handle handle, Run run) {
        return run.mode() == Mode.FULL
                ? accounts.countMissing(handle, run.endpoint(), run.run())
                        - disabled.missing(handle, run.endpoint(), run.run()).size()
                : 0;
    }

    private long countEntitlements(Handle handle, Run run, String type) {
        Set<Long> hidden = publications.hiddenRuns(handle, run.endpoint());
        long gone = ends(run, type) ? entitlements.countMissing(handle, run.endpoint(), type, run.run()) : 0;
        return gone + entitlements.countNew(handle, run.endpoint(), type, run.run(), hidden);
    }

    /** Whether the run can find an entitlement of the type to be gone at all. */
    private static boolean ends(Run run, String type) {
        return run.mode() == Mode.FULL && (Confirmations.possible(type) || type.equals(UnlistedSubscriptions.TYPE));
    }

    private void entitlements(Handle handle, Run run, String type, ArrayNode list) {
        if (ends(run, type)) {
            entitlements
                    .missing(handle, run.endpoint(), type, run.run(), 0, MOST)
                    .forEach(one -> add(list, type, one, "gone"));
        }
        Set<Long> hidden = publications.hiddenRuns(handle, run.endpoint());
        entitlements
                .created(handle, run.endpoint(), type, run.run(), hidden, MOST)
                .forEach(one -> add(list, type, one, "created"));
    }

    private void memberships(Handle handle, Run run, ArrayNode list) {
        memberships.changedBy(handle, run.endpoint(), run.run(), MOST).forEach(change -> list.addObject()
                .put("kind", "membership of " + change.type())
                .put("id", change.account())
                .put("name", change.entitlement())
                .put("change", change.ended() ? "gone" : "created"));
    }

    private static void add(ArrayNode list, String kind, Missing one, String change) {
        list.addObject()
                .put("kind", kind)
                .put("id", one.id())
                .put("name", one.name())
                .put("change", change);
    }
}
