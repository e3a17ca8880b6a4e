package io.eicbridge.directory;

import org.jdbi.v3.core.Handle;

/** The endpoints and the workspace that each one is a copy of. */
public final class Endpoints {
    private static final String LOCK = "select endpoint from endpoints where endpoint = :endpoint for update";
    private static final String CREATE =
            "merge into endpoints using (values (cast(:endpoint as varchar(40)))) as given (name)"
                    + " on endpoints.endpoint = given.name when not matched then insert (endpoint) values (given.name)";

    /** One page at a time writes to an endpoint: two can then neither take the same name nor wait for each other in a circle. */
    static void lock(Handle handle, String endpoint) {
        if (locked(handle, endpoint)) {
            return;
        }
        handle.createUpdate(CREATE).bind("endpoint", endpoint).execute();
        locked(handle, endpoint);
    }

    private static boolean locked(Handle handle, String endpoint) {
        return handle.createQuery(LOCK)
                .bind("endpoint", endpoint)
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }
}
