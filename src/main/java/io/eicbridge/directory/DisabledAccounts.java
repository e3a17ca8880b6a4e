package io.eicbridge.directory;

import io.eicbridge.directory.DisabledAccount.State;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The accounts that the bridge itself has made invisible in Intercom, which are disabled and not gone. */
public final class DisabledAccounts {
    private static final String SELECT =
            "select account_id, manner, state, request, settled_run, since_at from disabled_accounts";

    private final Clock clock;

    /** Accounts by this clock. */
    public DisabledAccounts(Clock clock) {
        this.clock = clock;
    }

    /** Notes that Intercom is about to be asked to make an account invisible; a repeated request keeps its row. */
    public void disabling(Handle handle, String endpoint, String id, String manner, long request) {
        forget(handle, endpoint, List.of(id));
        handle.createUpdate("insert into disabled_accounts (account_id, endpoint, manner, state, request, since_at)"
                        + " values (:id, :endpoint, :manner, :state, :request, :now)")
                .bind("id", id)
                .bind("endpoint", endpoint)
                .bind("manner", manner)
                .bind("state", text(State.DISABLING))
                .bind("request", request)
                .bind("now", clock.instant())
                .execute();
    }

    /** Notes that Intercom has done it. */
    public void disabled(Handle handle, String endpoint, String id) {
        handle.createUpdate("update disabled_accounts set state = :state,"
                        + " settled_run = (select coalesce(max(run), 0) from runs)"
                        + " where account_id = :id and endpoint = :endpoint")
                .bind("state", text(State.DISABLED))
                .bind("id", id)
                .bind("endpoint", endpoint)
                .execute();
    }

    /** Notes that Intercom is about to be asked to bring the account back: nobody need be told when it is found live. */
    public void enabling(Handle handle, String endpoint, String id) {
        handle.createUpdate(
                        "update disabled_accounts set state = :state where account_id = :id and endpoint = :endpoint")
                .bind("state", text(State.ENABLING))
                .bind("id", id)
                .bind("endpoint", endpoint)
                .execute();
    }

    /** The account where the bridge has made it invisible. */
    public Optional<DisabledAccount> find(Handle handle, String endpoint, String id) {
        return Optional.ofNullable(among(handle, endpoint, List.of(id)).get(id));
    }

    /** Those of the accounts that the bridge has made invisible, by id. */
    public Map<String, DisabledAccount> among(Handle handle, String endpoint, Collection<String> ids) {
        Map<String, DisabledAccount> found = new HashMap<>();
        handle.createQuery(SELECT + " where account_id = any(:ids) and coalesce(endpoint, '') = :endpoint")
                .bindArray("ids", String.class, ids)
                .bind("endpoint", endpoint)
                .map((row, context) -> new DisabledAccount(
                        row.getString(1),
                        row.getString(2),
                        State.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                        row.getLong(4),
                        row.getObject(5, Long.class),
                        row.getObject(6, OffsetDateTime.class).toInstant()))
                .forEach(account -> found.put(account.id(), account));
        return found;
    }

    /** Forgets that the bridge made these accounts invisible: they are back, or gone for good. */
    public void forget(Handle handle, String endpoint, Collection<String> ids) {
        if (!ids.isEmpty()) {
            handle.createUpdate("delete from disabled_accounts where account_id = any(:ids) and endpoint = :endpoint")
                    .bindArray("ids", String.class, ids)
                    .bind("endpoint", endpoint)
                    .execute();
        }
    }

    /** Keys of all of an endpoint's accounts that the bridge has made invisible; what they hold stays. */
    public Set<Long> keys(Handle handle, String endpoint) {
        EndpointRow row = Endpoints.find(handle, endpoint).orElse(new EndpointRow(0, 0));
        return new HashSet<>(handle.createQuery("select a.account from disabled_accounts d"
                        + " join accounts a on a.account_id = d.account_id and a.endpoint_no = :endpointNo"
                        + " where d.endpoint = :endpoint")
                .bind("endpointNo", row.no())
                .bind("endpoint", endpoint)
                .mapTo(Long.class)
                .list());
    }

    /** Ids of those that still count as active and that nobody saw since the run began: they are missing, but for a known reason. */
    public Set<String> missing(Handle handle, String endpoint, long run) {
        EndpointRow row = Endpoints.find(handle, endpoint).orElse(new EndpointRow(0, 0));
        return handle.createQuery("select a.account_id from disabled_accounts d"
                        + " join accounts a on a.account_id = d.account_id and a.endpoint_no = :endpointNo"
                        + " where d.endpoint = :endpoint and a.status > 0 and a.seen_run < :run")
                .bind("endpointNo", row.no())
                .bind("endpoint", endpoint)
                .bind("run", run)
                .mapTo(String.class)
                .set();
    }

    private static String text(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
