package io.eicbridge.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A bridge that takes orders, either in this process or in another one; failures are the kinds of {@code failure}. */
public interface Bridge extends AutoCloseable {
    /** Starts a run and answers {@code {"run":17}} at once; Rejected where the endpoint is busy or unknown. */
    ObjectNode startImport(ImportOrder order);

    /**
     * One run as it stands: {@code run, endpoint, mode, dryRun, state} (running, complete, incomplete, held, failed),
     * {@code phase}, {@code read} and {@code expected} records of that phase, {@code perSecond}, {@code reason},
     * {@code report} (null while it runs), {@code affected} (each {@code kind, id, name, change}), {@code affectedTotal}.
     */
    ObjectNode progress(long run);

    /** The newest runs first: {@code {"runs":[{run, endpoint, mode, dryRun, state, read, startedAt, endedAt, reason}]}}. */
    ObjectNode runs();

    /** Publishes a held run after confirming those affected once more, and answers it as {@link #progress}. */
    ObjectNode approve(long run);

    /**
     * Requests or open dead letters, newest first, without what they keep: {@code {"requests":[{id, endpoint, operation, account,
     * entitlementType, entitlement, state, attempt, tries, createdAt, dueAt, endedAt, reason, message}], "total":3}}, or
     * {@code {"deadLetters":[{id, endpoint, kind, subject, run, reason, createdAt, state}], "total":3}}.
     */
    ObjectNode entries(Ledger ledger, RequestFilter filter);

    /** One with the {@code payload} that it keeps, a request also with {@code attempts, steps} and, where wanted, its {@code audit}. */
    ObjectNode entry(Ledger ledger, long id, boolean audit);

    /** Carries out what somebody decided: {@code {"action", "done":[17], "refused":[{id, reason}]}}; Rejected for a single one. */
    ObjectNode decide(Ledger ledger, Decision decision);

    /** How the requests of each endpoint stand: {@code {"contacts":{waiting, running, held, queued, deadLetters, oldestWaiting, paused}}}. */
    ObjectNode standing();

    /** Has one operation carried out and waits a while; answers the request as it then stands, as {@link #entry}. */
    ObjectNode provision(ObjectNode order);

    /** {@code {"endpoint", "accounts":[{column, source, type, volatile}], "entitlements":{"Team":[…]}}}. */
    ObjectNode mapping(String endpoint);

    /** What the mapping makes of one record: {@code {"endpoint", "id", "columns":{…}, "volatile":{…}, "cut":0}}. */
    ObjectNode preview(String endpoint, String id);

    /** {@code {"consumers":[{consumer, endpoint, list, readAt, ageSeconds, behind}]}}. */
    ObjectNode consumers();

    /** Lets a consumer begin anew, with one endpoint or with all where it is empty: {@code {"consumer", "reset":7}}. */
    ObjectNode resetConsumer(String name, String endpoint);

    /** {@code {"endpoint", "id", "entries":[{at, run, mode, kind, what, before, after}]}}, oldest first. */
    ObjectNode history(String endpoint, String id);

    /** Blanks the personal values of a gone account; Rejected where it is not gone. */
    ObjectNode forget(String endpoint, String id);

    /** Begins to compare an endpoint with Intercom, listing so many differences of a kind: {@code {"reconciliation":1}}. */
    ObjectNode reconcile(String endpoint, int limit);

    /**
     * A comparison as it stands: {@code state} (running, equal, different, failed), {@code read}, {@code expected}, {@code reason},
     * {@code counts} by kind, {@code differences} (each {@code kind, subject, what, directory, intercom}), {@code note}.
     */
    ObjectNode reconciliation(long id);

    /** Begins to bring routes/ to life in a running bridge: {@code {"reload":1}} at once. */
    ObjectNode reloadRoutes();

    /**
     * How far that is: {@code {"reload", "state" (running, live, unchanged, broken, refused), "changed", "added", "gone",
     * "problems":[{file, line, column, message, remedy}], "reason", "millis"}}.
     */
    ObjectNode routesReload(long number);

    /** Whether a run goes on when this process ends. */
    boolean outlivesThisProcess();

    /**
     * Ends runs of this process after their current page and waits for that; a bridge elsewhere is left alone. At Ctrl-C
     * two threads close at the same time, so closing twice must be harmless.
     */
    @Override
    void close();
}
