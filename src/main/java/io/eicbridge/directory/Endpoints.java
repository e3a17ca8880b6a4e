package io.eicbridge.directory;

import io.eicbridge.failure.Configuration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The endpoints, each a copy of one workspace within one scope. */
public final class Endpoints {
    private static final String ROW = "select endpoint_no, accounts from endpoints where endpoint = :endpoint";
    private static final String CREATE = "insert into endpoints (endpoint, endpoint_no)"
            + " select cast(:endpoint as varchar(40)), coalesce(max(endpoint_no), 0) + 1 from endpoints on conflict do nothing";

    /**
     * Binds an endpoint to a workspace at its first import.
     *
     * @param workspace Intercom's {@code app.id_code}
     * @throws Configuration where the endpoint is a copy of another workspace
     */
    public void bind(Handle handle, String endpoint, String workspace) {
        lock(handle, endpoint);
        verify(handle, endpoint, workspace);
        handle.createUpdate("update endpoints set workspace = :workspace where endpoint = :endpoint")
                .bind("workspace", workspace)
                .bind("endpoint", endpoint)
                .execute();
    }

    /** Binds nothing, but refuses another workspace as {@link #bind} does. */
    public void verify(Handle handle, String endpoint, String workspace) {
        Optional<String> bound = binding(handle, endpoint).workspace();
        if (bound.isPresent() && !bound.get().equals(workspace)) {
            throw new Configuration("The directory holds the " + endpoint + " of workspace \"" + bound.get()
                    + "\", but the token belongs to workspace \"" + workspace
                    + "\": nothing was imported. Use a token of \""
                    + bound.get() + "\", or another database in \"directory.url\".");
        }
    }

    /** Keeps the scope that the endpoint is imported with from now on. */
    public void recordScope(Handle handle, String endpoint, String scope) {
        lock(handle, endpoint);
        handle.createUpdate("update endpoints set scope = :scope where endpoint = :endpoint")
                .bind("scope", scope)
                .bind("endpoint", endpoint)
                .execute();
    }

    /** Workspace and scope of an endpoint, empty before its first import. */
    public Binding binding(Handle handle, String endpoint) {
        return handle.createQuery("select workspace, scope from endpoints where endpoint = :endpoint")
                .bind("endpoint", endpoint)
                .map((row, context) ->
                        new Binding(Optional.ofNullable(row.getString(1)), Optional.ofNullable(row.getString(2))))
                .findOne()
                .orElse(new Binding(Optional.empty(), Optional.empty()));
    }

    /**
     * One page at a time writes to an endpoint: two can then neither take the same name or place, nor wait for each other in a
     * circle. The first page creates the endpoint.
     */
    static EndpointRow lock(Handle handle, String endpoint) {
        return select(handle, ROW + " for update", endpoint).orElseGet(() -> create(handle, endpoint));
    }

    static Optional<EndpointRow> find(Handle handle, String endpoint) {
        return select(handle, ROW, endpoint);
    }

    /** Counts accounts that were created while the endpoint is locked. */
    static void grow(Handle handle, String endpoint, long accounts) {
        handle.createUpdate("update endpoints set accounts = :accounts where endpoint = :endpoint")
                .bind("accounts", accounts)
                .bind("endpoint", endpoint)
                .execute();
    }

    /** Again where another process took the number for another endpoint at the same moment. */
    private static EndpointRow create(Handle handle, String endpoint) {
        Optional<EndpointRow> created = Optional.empty();
        while (created.isEmpty()) {
            handle.createUpdate(CREATE).bind("endpoint", endpoint).execute();
            created = select(handle, ROW + " for update", endpoint);
        }
        if (created.get().no() > PackedKey.NUMBERS) {
            throw new IllegalStateException("more than " + PackedKey.NUMBERS + " endpoints cannot be kept");
        }
        return created.get();
    }

    private static Optional<EndpointRow> select(Handle handle, String sql, String endpoint) {
        return handle.createQuery(sql)
                .bind("endpoint", endpoint)
                .map((row, context) -> new EndpointRow(row.getInt(1), row.getLong(2)))
                .findOne();
    }
}
